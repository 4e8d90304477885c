using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ReflectionBot.Connector;

/// <summary>
/// One message of the Bot Framework activity protocol, in either direction. Only the members this service
/// reads or sends are here; unknown members and unknown types are ignored. JSON names are camelCase.
/// Source: "Bot Framework Activity schema".
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? Summary { get; init; }
    public JsonElement? Value { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public TeamsChannelData? ChannelData { get; init; }

    /// <summary>The tenant the activity speaks of; not proven by the token, only by what the token vouches for.</summary>
    [JsonIgnore]
    public string? TenantId => Conversation?.TenantId ?? ChannelData?.Tenant?.Id;

    /// <summary>A message that carries one Adaptive Card and nothing else (text beside a card may be split off by Teams).</summary>
    public static Activity WithCard(JsonNode card, string summary) => new()
    {
        Type = ActivityTypes.Message,
        Summary = summary,
        Attachments = [new Attachment { ContentType = Attachment.AdaptiveCard, Content = card }],
    };

    /// <summary>Asks to put a file of so many bytes into the reader's OneDrive. The context comes back with the answer, and is the client's word by then.</summary>
    public static Activity WithFileConsent(string name, string description, int bytes, JsonNode context) => new()
    {
        Type = ActivityTypes.Message,
        Summary = description,
        Attachments =
        [
            new Attachment
            {
                ContentType = Attachment.FileConsent,
                Name = name,
                Content = new JsonObject { ["description"] = description, ["sizeInBytes"] = bytes, ["acceptContext"] = context, ["declineContext"] = context.DeepClone() },
            },
        ],
    };

    /// <summary>Shows a file that was put there.</summary>
    public static Activity WithFile(string name, string? contentUrl, string? uniqueId, string fileType) => new()
    {
        Type = ActivityTypes.Message,
        Summary = name,
        Attachments = [new Attachment { ContentType = Attachment.FileInfo, Name = name, ContentUrl = contentUrl, Content = new JsonObject { ["uniqueId"] = uniqueId, ["fileType"] = fileType } }],
    };

    /// <summary>A message of plain text: nothing in it is read as markup.</summary>
    public static Activity WithText(string text) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = "plain",
    };
}

/// <summary>The activity types this service knows; any other is acknowledged and ignored.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
}

/// <summary>A user or bot on a channel. <c>Id</c> is opaque (29:..., 28:...); <c>AadObjectId</c> is the Entra object id.</summary>
internal sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
}

/// <summary>The conversation an activity belongs to. <c>ConversationType</c> is personal, groupChat or channel.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
}

/// <summary>What Teams adds to an activity.</summary>
internal sealed record TeamsChannelData
{
    public string? EventType { get; init; }

    /// <summary>An older name of <c>team.id</c>, still the only one on some messages.</summary>
    public string? TeamsTeamId { get; init; }

    public TenantInfo? Tenant { get; init; }
    public TeamInfo? Team { get; init; }
    public ChannelInfo? Channel { get; init; }
}

internal sealed record TenantInfo
{
    public string? Id { get; init; }
}

internal sealed record TeamInfo
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadGroupId { get; init; }
}

internal sealed record ChannelInfo
{
    public string? Id { get; init; }
    public string? Name { get; init; }
}

/// <summary>A mention (<c>type: "mention"</c>) or anything else, of which only the type is read.</summary>
internal sealed record Entity
{
    public string? Type { get; init; }
    public ChannelAccount? Mentioned { get; init; }
    public string? Text { get; init; }
}

/// <summary>A card or file on a message. <c>Content</c> is opaque JSON to this room.</summary>
internal sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string FileConsent = "application/vnd.microsoft.teams.card.file.consent";
    public const string FileInfo = "application/vnd.microsoft.teams.card.file.info";

    public string? ContentType { get; init; }
    public string? Name { get; init; }
    public string? ContentUrl { get; init; }
    public JsonNode? Content { get; init; }
}
