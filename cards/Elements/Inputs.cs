using System.Text.Json.Serialization;

namespace ReflectionBot.Cards.Elements;

/// <summary>
/// A field. <c>Label</c> is always set (screen readers read it); required and range rules are only hints to the client,
/// the service checks everything again.
/// </summary>
public abstract record InputElement : Element
{
    public required string Label { get; init; }

    public string? Value { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

public sealed record TextInput : InputElement
{
    public string? Placeholder { get; init; }

    public bool? IsMultiline { get; init; }
}

public sealed record NumberInput : Element
{
    public required string Label { get; init; }

    public int? Value { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }
}

public sealed record DateInput : InputElement;

public sealed record TimeInput : InputElement;

public sealed record ToggleInput : InputElement
{
    public required string Title { get; init; }

    public bool Wrap { get; init; } = true;
}

public sealed record ChoiceSetInput : InputElement
{
    public required IReadOnlyList<Choice> Choices { get; init; }

    public ChoiceStyle? Style { get; init; }

    public bool? IsMultiSelect { get; init; }

    public string? Placeholder { get; init; }

    public bool Wrap { get; init; } = true;

    /// <summary>Lets the client look people up itself; used when the roster is too long for a list of choices.</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? ChoicesData { get; init; }
}

public sealed record Choice(string Title, string Value);

public sealed record DataQuery
{
    [JsonPropertyOrder(-1)]
    public string Type => "Data.Query";

    public string Dataset { get; init; } = "graph.microsoft.com/users";
}

public enum ChoiceStyle
{
    [JsonStringEnumMemberName("compact")]
    Compact,

    [JsonStringEnumMemberName("expanded")]
    Expanded,

    [JsonStringEnumMemberName("filtered")]
    Filtered,
}
