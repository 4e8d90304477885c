using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ReflectionBot.Cards.Elements;

/// <summary>
/// An Adaptive Card as Teams reads it. Version 1.5 is declared because mobile clients refuse a missing version and
/// one path refuses 1.6; newer elements work under it and carry their own fallback.
/// </summary>
public sealed record AdaptiveCard
{
    [JsonPropertyOrder(-3)]
    public string Type => "AdaptiveCard";

    [JsonPropertyName("$schema"), JsonPropertyOrder(-2)]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-1)]
    public string Version => "1.5";

    public required string Lang { get; init; }

    /// <summary>What a client that cannot show cards shows, and what a notification quotes.</summary>
    public required string FallbackText { get; init; }

    /// <summary>The whole card as plain text, for screen readers.</summary>
    public string? Speak { get; init; }

    public required IReadOnlyList<Element> Body { get; init; }

    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, CardJson.Readable.AdaptiveCard)!;

    /// <summary>The card as it is sent where nothing has to look into it any more.</summary>
    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, CardJson.Readable.AdaptiveCard);

    /// <summary>The card as the text whose length Teams limits.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, CardJson.Readable.AdaptiveCard);
}
