using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>Coming slots, one under the other: a table of four columns does not fit a phone.</summary>
internal static class SlotList
{
    public static IEnumerable<Element> Render(IEnumerable<SlotView> slots, CardTexts texts) =>
        slots.Select(slot => new Container
        {
            Spacing = Spacing.Medium,
            Items =
            [
                RichTextBlock.Of(new TextRun(texts.Capital(texts.Moment(slot.OpensAt))) { Weight = TextWeight.Bolder }),
                .. slot.Note is { } note ? [Parts.SubtleWords(note, Spacing.None)] : Array.Empty<Element>(),
                .. slot.Area is { } area ? [Parts.SubtleWords(area, Spacing.None)] : Array.Empty<Element>(),
                .. slot.Question is { } question ? [Parts.Words(question, Spacing.None)] : Array.Empty<Element>(),
            ],
        });
}

/// <summary>One coming slot in the team's zone. A skipped one has a note that says why, and no question.</summary>
public sealed record SlotView(DateTimeOffset OpensAt, string? Area, string? Question, string? Note);
