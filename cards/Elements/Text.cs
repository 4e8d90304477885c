using System.Text.Json.Serialization;

namespace ReflectionBot.Cards.Elements;

/// <summary>Text of our own. Markdown is read in it, so a person's words never go here: see <see cref="RichTextBlock"/>.</summary>
public sealed record TextBlock : Element
{
    public required string Text { get; init; }

    public bool Wrap { get; init; } = true;

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public bool? IsSubtle { get; init; }

    public TextStyle? Style { get; init; }
}

/// <summary>Text that somebody typed, or that may hold such text: nothing in it is read as markup or as a mention.</summary>
public sealed record RichTextBlock : Element
{
    public required IReadOnlyList<TextRun> Inlines { get; init; }

    public static RichTextBlock Of(params TextRun[] inlines) => new() { Inlines = inlines };
}

public sealed record TextRun(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type => "TextRun";

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public bool? IsSubtle { get; init; }

    public bool? Italic { get; init; }

    public TextColor? Color { get; init; }
}

/// <summary>Titles and values of our own; like <see cref="TextBlock"/> it reads markup.</summary>
public sealed record FactSet : Element
{
    public required IReadOnlyList<Fact> Facts { get; init; }
}

public sealed record Fact(string Title, string Value);
