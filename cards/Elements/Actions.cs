using System.Text.Json.Serialization;

namespace ReflectionBot.Cards.Elements;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
public abstract record CardAction
{
    public required string Title { get; init; }

    public ActionStyle? Style { get; init; }

    public AssociatedInputs? AssociatedInputs { get; init; }
}

/// <summary>A button whose answer replaces the card in place. Older clients send its fallback as a message instead.</summary>
public sealed record ExecuteAction : CardAction
{
    public required string Verb { get; init; }

    public required ActionData Data { get; init; }

    /// <summary>Declared as the base type: only then is its own type written.</summary>
    public required CardAction Fallback { get; init; }
}

public sealed record SubmitAction : CardAction
{
    public required ActionData Data { get; init; }
}

public enum ActionStyle
{
    [JsonStringEnumMemberName("default")]
    Default,

    [JsonStringEnumMemberName("positive")]
    Positive,

    [JsonStringEnumMemberName("destructive")]
    Destructive,
}

/// <summary><c>None</c> sends nothing that was typed, and lets the button work although a field is missing.</summary>
public enum AssociatedInputs
{
    [JsonStringEnumMemberName("auto")]
    Auto,

    [JsonStringEnumMemberName("none")]
    None,
}
