using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>
/// One question for one leader. Fields come back as <see cref="Fields.Score"/> (1-5), <see cref="Fields.Number"/>,
/// <see cref="Fields.Text"/> and <see cref="Fields.Visibility"/> (one of <see cref="VisibilityChoice"/>).
/// </summary>
public static class PromptCard
{
    public static AdaptiveCard Render(PromptView prompt, CardTexts texts) => Parts.Card(
        texts,
        texts.PromptSummary(prompt.Area) + " – " + prompt.Question.Text,
        [
            .. Body(prompt, texts),
            Parts.Buttons(
                Parts.Primary(texts.SendAnswer, Verbs.PromptAnswer, prompt.Data),
                Parts.WithoutFields(texts.Snooze, Verbs.PromptSnooze, prompt.Data),
                Parts.WithoutFields(texts.SkipWeek, Verbs.PromptSkip, prompt.Data)),
        ]);

    /// <summary>All of it but the buttons.</summary>
    internal static IEnumerable<Element?> Body(PromptView prompt, CardTexts texts) =>
        [
            Parts.Kicker(texts.PromptKicker(prompt.Team)),
            Parts.Heading(prompt.Area),
            Parts.SubtleWords(prompt.Lead, Spacing.None),
            prompt.IsReminder ? Parts.Line(texts.PromptReminder) : null,
            QuestionText(prompt.Question),
            prompt.Last is { } last ? Last(last, prompt.Question, texts) : null,
            prompt.Problem is { } problem ? Parts.Problem(problem) : null,
            QuestionField.Render(prompt.Question, prompt.Typed, texts),
            Elaboration(prompt, texts),
            VisibilityField(prompt, texts),
            new ToggleInput { Id = Fields.Keep, Label = texts.JournalTitle, Title = texts.KeepTitle, Value = prompt.Typed?.Keep == "true" ? "true" : "false" },
            Parts.Subtle(texts.KeepText),
            prompt.HeadsChanged ? Parts.SubtleWords(texts.WhoSeesChanged(texts.List(prompt.Heads)), Spacing.Medium) : null,
            Parts.SubtleWords(texts.Capital(prompt.IsShared
                ? texts.WhoSeesShared(texts.List(prompt.Heads), prompt.Threshold)
                : texts.WhoSees(texts.List(prompt.Heads), prompt.Threshold)), Spacing.Medium),
            Parts.Subtle(texts.Closes(texts.Moment(prompt.ClosesAt)) + " " + texts.PromptCare),
        ];

    internal static RichTextBlock QuestionText(QuestionView question) =>
        RichTextBlock.Of(new TextRun(question.Text) { Size = TextSize.Medium, Weight = TextWeight.Bolder }) with { Spacing = Spacing.Medium };

    private static TextInput Elaboration(PromptView prompt, CardTexts texts) => new()
    {
        Id = Fields.Text,
        Label = prompt.Question.Kind == QuestionKind.Open ? texts.OpenLabel : texts.ElaborateLabel,
        Placeholder = prompt.Question.Probe,
        IsMultiline = true,
        Value = prompt.Typed?.Text,
    };

    private static Container Last(LastView last, QuestionView question, CardTexts texts) => new()
    {
        Style = ContainerStyle.Emphasis,
        Items =
        [
            Parts.Subtle(last.Value is { } value ? texts.LastTimeNumber(texts.Date(last.Day), value) : texts.LastTime(texts.Date(last.Day))),
            .. last.Question == question.Text ? [] : new[] { Parts.SubtleWords(last.Question, Spacing.None) },
            .. last.Text is { } text ? [Parts.Words(text, Spacing.Small)] : Array.Empty<Element>(),
        ],
    };

    private static ChoiceSetInput VisibilityField(PromptView prompt, CardTexts texts) => new()
    {
        Id = Fields.Visibility,
        Label = texts.VisibilityLabel,
        Style = ChoiceStyle.Expanded,
        Value = prompt.Typed?.Visibility ?? (prompt is { Visibility: VisibilityChoice.Named, OffersNamed: false } ? VisibilityChoice.Anonymous : prompt.Visibility),
        Choices =
        [
            new(texts.VisibilityAnonymous, VisibilityChoice.Anonymous),
            .. prompt.OffersNamed ? [new Choice(texts.VisibilityNamed, VisibilityChoice.Named)] : Array.Empty<Choice>(),
            new(texts.VisibilityPrivate, VisibilityChoice.Private),
        ],
    };
}
