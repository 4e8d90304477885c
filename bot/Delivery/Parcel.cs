using System.Text.Json.Nodes;

namespace ReflectionBot.Delivery;

/// <summary>One card for one recipient. What the card says is none of this room's business.</summary>
/// <param name="To">Who gets it.</param>
/// <param name="Card">The Adaptive Card as JSON.</param>
/// <param name="Notice">The line that a notification shows.</param>
/// <param name="NotAfter">From this moment on the card is not worth sending any more; null when it always is.</param>
internal sealed record Parcel(Recipient To, JsonNode Card, string Notice, DateTimeOffset? NotAfter = null)
{
    /// <summary>True only where it costs nothing to know: one and the same card.</summary>
    public bool SaysTheSameAs(Parcel? other) => ReferenceEquals(Card, other?.Card) && Notice == other.Notice;
}

/// <summary>
/// Somebody a card can be sent to: a person (<c>Key</c> their Entra object id, <c>UserId</c> the connector's 29:... id),
/// or a channel (<c>Conversation</c> its id, which is then used as it is).
/// </summary>
internal sealed record Recipient
{
    public required string Key { get; init; }

    public string? UserId { get; init; }

    public string? Conversation { get; init; }

    public required Uri ServiceUrl { get; init; }

    public required string BotId { get; init; }

    public static Recipient Person(string key, string userId, Uri serviceUrl, string botId) =>
        new() { Key = key, UserId = userId, ServiceUrl = serviceUrl, BotId = botId };

    public static Recipient Channel(string conversation, Uri serviceUrl, string botId) =>
        new() { Key = "channel", Conversation = conversation, ServiceUrl = serviceUrl, BotId = botId };
}
