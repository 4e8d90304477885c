using System.Text.Json.Serialization;

namespace ReflectionBot.Cards.Elements;

public sealed record Container : Element
{
    public required IReadOnlyList<Element> Items { get; init; }

    public ContainerStyle? Style { get; init; }
}

public sealed record ColumnSet : Element
{
    public required IReadOnlyList<Column> Columns { get; init; }
}

public sealed record Column(IReadOnlyList<Element> Items)
{
    [JsonPropertyOrder(-1)]
    public string Type => "Column";

    /// <summary>"auto", "stretch" or a weight.</summary>
    public string Width { get; init; } = "stretch";
}

/// <summary>
/// Buttons in the body rather than under the card: only there can a button carry a fallback for clients
/// that do not know Action.Execute.
/// </summary>
public sealed record ActionSet : Element
{
    public required IReadOnlyList<CardAction> Actions { get; init; }
}
