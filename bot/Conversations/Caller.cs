using ReflectionBot.Connector;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Whoever an activity is from, as far as it can be trusted: the tenant and the Entra object id.</summary>
internal sealed record Caller
{
    public required string Tenant { get; init; }

    public required MemberId Member { get; init; }

    public required ConversationReference Conversation { get; init; }

    public required bool IsPersonal { get; init; }

    /// <summary>Null when the activity does not say who, from where, or is from somebody without an Entra account.</summary>
    public static Caller? Of(Activity activity)
    {
        var service = Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) ? url : null;
        return StorageKey.IsSafe(activity.TenantId)
            && MemberId.From(activity.From?.AadObjectId) is { } member
            && service is not null
            && activity.Conversation?.Id is { Length: > 0 } conversation
            ? new Caller
            {
                Tenant = activity.TenantId,
                Member = member,
                Conversation = new ConversationReference(service, conversation),
                IsPersonal = activity.Conversation.ConversationType is null or "personal",
            }
            : null;
    }
}
