using ReflectionBot.Connector;
using ReflectionBot.Delivery;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The bot is added to or removed from a team or somebody's personal chat. Every such event may come more than once.</summary>
internal sealed class InstallationHandler(TeamMembership membership, AddressBook addresses, Greetings greetings)
{
    public Task HandleAsync(Activity activity, CancellationToken cancellationToken) => activity.Action switch
    {
        "add" or "add-upgrade" => AddedAsync(activity, cancellationToken),
        "remove" or "remove-upgrade" => RemovedAsync(activity, cancellationToken),
        _ => Task.CompletedTask,
    };

    public async Task AddedAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (TeamOf(activity) is { } team)
            await membership.JoinAsync(team, activity, cancellationToken);
        else if (Caller.Of(activity) is { IsPersonal: true } caller && activity is { From.Id: { } user, Recipient.Id: { } bot })
            await greetings.WelcomeAsync(caller, user, bot, cancellationToken);
    }

    public async Task RemovedAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (TeamOf(activity) is { } team)
            await membership.LeaveAsync(team, cancellationToken);
        else if (Caller.Of(activity) is { IsPersonal: true } caller)
            await addresses.ForgetAsync(caller.Tenant, caller.Member.Value, cancellationToken);
    }

    /// <summary>The team an activity belongs to; null in personal and group chats.</summary>
    public static TeamId? TeamOf(Activity activity) =>
        activity.Conversation?.ConversationType is "personal" or "groupChat"
            ? null
            : TeamId.From(activity.TenantId, activity.ChannelData?.Team?.Id ?? activity.ChannelData?.TeamsTeamId);
}
