using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>Putting the question off for a while.</summary>
public static class SnoozeCard
{
    public static AdaptiveCard Choose(string team, IReadOnlyList<SnoozeChoice> choices, ActionData data, CardTexts texts) => Parts.Card(
        texts,
        texts.Snooze,
        [
            Parts.Kicker(texts.PromptKicker(team)),
            Parts.Heading(texts.SnoozeTitle),
            choices.Count == 0 ? Parts.Line(texts.SnoozeTooLate) : null,
            Parts.Buttons(
            [
                .. choices.Select(choice => Parts.WithoutFields(texts.Capital(texts.Moment(choice.At)), Verbs.PromptLater, data with { About = choice.About })),
                Parts.WithoutFields(texts.AnswerNow, Verbs.PromptEdit, data),
            ]),
        ]);

    public static AdaptiveCard Chosen(string team, DateTimeOffset at, ActionData data, CardTexts texts) => Parts.Card(
        texts,
        texts.SnoozedTitle,
        [
            Parts.Kicker(texts.PromptKicker(team)),
            Parts.Heading(texts.SnoozedTitle),
            Parts.Line(texts.SnoozedText(texts.Moment(at))),
            Parts.Buttons(Parts.WithoutFields(texts.AnswerNow, Verbs.PromptEdit, data)),
        ]);
}

/// <summary>A moment to be reminded at, in the team's zone.</summary>
public sealed record SnoozeChoice(string About, DateTimeOffset At);
