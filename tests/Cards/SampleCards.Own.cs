using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Tests.Cards;

/// <content>What belongs to one leader alone.</content>
internal static partial class SampleCards
{
    private static OwnChoicesView Choices => new() { Reminders = true };

    private static Dictionary<string, Func<CardTexts, SampleViews, AdaptiveCard>> OwnOnes => new(StringComparer.Ordinal)
    {
        ["snooze"] = (texts, _) => SnoozeCard.Choose(SampleViews.Team, [new("later", SampleViews.Opens.AddHours(3)), new("tomorrow", SampleViews.Opens.AddDays(1))], SampleViews.Data, texts),
        ["snooze-too-late"] = (texts, _) => SnoozeCard.Choose(SampleViews.Team, [], SampleViews.Data, texts),
        ["snoozed"] = (texts, _) => SnoozeCard.Chosen(SampleViews.Team, SampleViews.Opens.AddDays(1), SampleViews.Data, texts),
        ["own"] = (texts, _) => OwnCards.Choices(Choices, texts),
        ["own-saved"] = (texts, _) => OwnCards.Choices(Choices with { Done = texts.MyChoicesSaved, Language = "English", Reminders = false, PausedUntil = new(2027, 1, 4) }, texts),
        ["own-wrong"] = (texts, _) => OwnCards.Choices(Choices with { Problem = texts.ErrorMyPause }, texts),
        ["own-stopped"] = (texts, _) => OwnCards.Choices(Choices with { IsStopped = true }, texts),
        ["journal"] = (texts, say) => OwnCards.Journal(say.Journal, texts),
        ["journal-area"] = (texts, say) => OwnCards.Journal(say.Journal with { Area = "a", Trend = [new("14. 9. 26", 3), new("26. 10. 26", 2), new("23. 11. 26", 4)], Pages = 1 }, texts),
        ["journal-none"] = (texts, say) => OwnCards.Journal(say.Journal with { Entries = [], Areas = [], Pages = 1 }, texts),
        ["data"] = (texts, _) => OwnCards.Data(
            [
                new(texts.DataChoices, texts.DataPersonUntil(90)), new(texts.DataPerson(SampleViews.Team), texts.DataPersonUntil(90)),
                new(texts.DataOpen(SampleViews.Team), texts.DataOpenUntil(texts.Moment(SampleViews.Closes))), new(texts.DataAnonymous, texts.DataAnonymousUntil),
            ],
            texts),
        ["data-read"] = (texts, say) => OwnCards.Record([new(say.Say("Uge 48: Tillid", "Week 48: Trust"), [texts.DataWasAsked, texts.DataMessages(2)])], 0, 2, texts.DataFallback, texts),
        ["data-delete"] = (texts, _) => OwnCards.ConfirmDeletion(texts),
        ["data-deleted"] = (texts, _) => OwnCards.Deleted(texts),
    };
}
