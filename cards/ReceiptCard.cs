using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>What the prompt becomes once it has been answered, skipped, or closed.</summary>
public static class ReceiptCard
{
    public static AdaptiveCard Answered(ReceiptView receipt, CardTexts texts) => Parts.Card(
        texts,
        texts.ReceiptTitle,
        [
            Parts.Kicker(texts.PromptKicker(receipt.Team)),
            Parts.Heading(texts.ReceiptTitle),
            Parts.Words(receipt.Question, Spacing.Small),
            new Container { Style = ContainerStyle.Emphasis, Items = [.. OwnAnswer(receipt, texts)] },
            Parts.Subtle(texts.ReceiptEditUntil(texts.Moment(receipt.ClosesAt))),
            Parts.Buttons(
                Parts.WithoutFields(texts.EditAnswer, Verbs.PromptEdit, receipt.Data),
                Parts.WithoutFields(texts.JournalTitle, Verbs.JournalShow, new ActionData())),
        ]);

    public static AdaptiveCard Skipped(string team, DateTimeOffset closesAt, ActionData data, CardTexts texts) => Parts.Card(
        texts,
        texts.SkippedTitle,
        [
            Parts.Kicker(texts.PromptKicker(team)),
            Parts.Heading(texts.SkippedTitle),
            Parts.Line(texts.SkippedText(texts.Moment(closesAt))),
            Parts.Buttons(Parts.WithoutFields(texts.AnswerAnyway, Verbs.PromptEdit, data)),
        ]);

    public static AdaptiveCard Closed(string team, DateTimeOffset closedAt, CardTexts texts) => Parts.Card(
        texts,
        texts.ClosedTitle,
        [
            Parts.Kicker(texts.PromptKicker(team)),
            Parts.Heading(texts.ClosedTitle),
            Parts.Line(texts.ClosedText(texts.Moment(closedAt))),
        ]);

    private static IEnumerable<Element> OwnAnswer(ReceiptView receipt, CardTexts texts)
    {
        if (receipt.Value is { } value)
        {
            yield return RichTextBlock.Of(new TextRun(value) { Weight = TextWeight.Bolder });
        }

        if (receipt.Text is { } text)
        {
            yield return Parts.Words(text, Spacing.Small);
        }

        yield return Parts.Subtle(receipt.Visibility switch
        {
            VisibilityChoice.Named => texts.ReceiptNamed,
            VisibilityChoice.Private => texts.ReceiptPrivate,
            _ => texts.ReceiptAnonymous,
        });
        if (receipt.IsKept)
        {
            yield return Parts.Subtle(texts.ReceiptKept);
        }
    }
}

/// <summary>A leader's own answer as it was saved. <c>Value</c> is the step or number in words; <c>ClosesAt</c> is in the team's zone.</summary>
public sealed record ReceiptView
{
    public required string Team { get; init; }

    public required string Question { get; init; }

    public string? Value { get; init; }

    public string? Text { get; init; }

    public required string Visibility { get; init; }

    /// <summary>Whether a copy lies among the leader's own reflections.</summary>
    public bool IsKept { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required ActionData Data { get; init; }
}
