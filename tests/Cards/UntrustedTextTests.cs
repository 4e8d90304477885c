using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Tests.Cards;

/// <summary>What people typed stands only where nothing is read as markup, as a mention or as a date.</summary>
public sealed class UntrustedTextTests
{
    private const string Hostile = "**fed** <at>Alle</at> {{DATE(2026-11-20T09:00:00Z,SHORT)}} [her](https://example.org) \\";

    // Labels, placeholders and titles of buttons are plain text in every client.
    private static readonly HashSet<string> Plain =
    [
        "TextRun.text", "Input.ChoiceSet.choices.title", "Input.ChoiceSet.choices.value", "Input.ChoiceSet.value", "Input.Text.value",
        "AdaptiveCard.fallbackText", "AdaptiveCard.speak",
        "Input.Text.placeholder", "Input.Number.label", "Action.Execute.title", "Action.Submit.title", "Input.ChoiceSet.placeholder",
        "Action.Execute.data.form.timeZone", "Action.Submit.data.form.timeZone",
    ];

    private static readonly CardTexts Texts = CardTexts.Danish;
    private static readonly SampleViews Say = new(Texts);

    private static readonly QuestionView Scale = new(QuestionKind.Scale, Hostile, Hostile) { Low = Hostile, High = Hostile };
    private static readonly QuestionView Number = new(QuestionKind.Number, Hostile, Hostile) { Unit = Hostile, Min = 0, Max = 9 };

    public static TheoryData<string> Names => [.. Cards.Keys];

    private static Dictionary<string, Func<AdaptiveCard>> Cards { get; } = new(StringComparer.Ordinal)
    {
        ["prompt"] = () => PromptCard.Render(Say.Prompt(Scale) with { Team = Hostile, Heads = [Hostile, Hostile], Typed = new(null, null, Hostile, Hostile), Problem = Hostile }, Texts),
        ["prompt for a number"] = () => PromptCard.Render(Say.Prompt(Number) with { Team = Hostile, Typed = new(null, Hostile, Hostile, null) }, Texts),
        ["receipt"] = () => ReceiptCard.Answered(Say.Receipt(Hostile, Hostile, Hostile) with { Team = Hostile, Question = Hostile }, Texts),
        ["prompt looking back"] = () => PromptCard.Render(Say.Prompt(Scale) with { Last = new(new(2026, 9, 14), Hostile, 3, Hostile) }, Texts),
        ["snooze"] = () => SnoozeCard.Choose(Hostile, [], SampleViews.Data, Texts),
        ["snoozed"] = () => SnoozeCard.Chosen(Hostile, SampleViews.Opens, SampleViews.Data, Texts),
        ["journal"] = () => OwnCards.Journal(new() { Entries = [new(new(2026, 11, 23), Hostile, Hostile, 4, Hostile)], Areas = [new("a", Hostile), new("b", Hostile)], Page = 0, Pages = 1 }, Texts),
        ["data"] = () => OwnCards.Data([new(Hostile, Hostile)], Texts),
        ["data to read"] = () => OwnCards.Record([new(Hostile, [Hostile])], 0, 1, null, Texts),
        ["skipped"] = () => ReceiptCard.Skipped(Hostile, SampleViews.Closes, SampleViews.Data, Texts),
        ["closed"] = () => ReceiptCard.Closed(Hostile, SampleViews.Closes, Texts),
        ["summary"] = () => SummaryCard.Render(Summary(Scale) with { Movement = [Hostile], Words = [new(Hostile, 3)], Shared = [Hostile] }, Texts),
        ["summary of numbers"] = () => SummaryCard.Render(Summary(Number) with { Picture = new([new("0–9", 5)]) { Median = 1, Smallest = 0, Largest = 9 } }, Texts),
        ["summary read on"] = () => SummaryCard.Reading(Summary(Scale), 0, 2, Texts),
        ["summary shared"] = () => SummaryCard.Render(Summary(Scale) with { SharedBy = new(Hostile, Hostile) }, Texts),
        ["summary previewed"] = () => SummaryCard.Preview(Summary(Scale) with { SharedBy = new(Hostile, Hostile) }, Texts.ShareToChannel, SampleViews.Data, Texts),
        ["summary history"] = () => SummaryRecordCards.History(new() { Team = Hostile, Rounds = [new("2026-W48", "Uge 48", Hostile, "9 af 12")], Page = 0, Pages = 1, Data = SampleViews.Data }, Texts),
        ["summary trend"] = () => SummaryRecordCards.Trend(new() { Team = Hostile, IsYear = true, Participation = [], Areas = [new(Hostile, [new(1, 2)])], Data = SampleViews.Data }, Texts),
        ["summary files"] = () => SummaryRecordCards.Files(Hostile, SampleViews.Data, Texts),
        ["share"] = () => ShareCard.Render(new() { Team = Hostile, Comment = Hostile, Problem = Hostile, Shared = [Hostile], Data = SampleViews.Data }, Texts),
        ["setup"] = () => SetupCard.Render(SampleViews.Setup(SampleViews.Form with { TimeZone = Hostile[..50] }, 1) with { Team = Hostile, Members = [new(Hostile, "1")] }, Texts),
        ["setup of many"] = () => SetupCard.Render(SampleViews.Setup(SampleViews.Form, 61) with { Team = Hostile }, Texts),
        ["review"] = () => ReviewCard.Render(Say.Review with { Team = Hostile, Heads = [Hostile], Slots = [Slot] }, Texts),
        ["desk"] = () => DeskCard.Render(Say.Desk(Hostile) with { Team = Hostile, Done = Hostile, Problem = Hostile, Slots = [Slot] }, Texts),
        ["greeting"] = () => ChatCards.Greeting(Hostile, Hostile, Texts),
        ["status"] = () => ChatCards.Status([new(Hostile, [Hostile])], Texts),
        ["choice of team"] = () => ChatCards.ChooseTeam(Verbs.PromptEdit, [new("19:a@thread.tacv2", Hostile)], Texts),
        ["removed"] = () => ChatCards.Removed(Hostile, SampleViews.TeamOnly, Texts),
        ["confirm deletion"] = () => ChatCards.ConfirmDeletion(Hostile, SampleViews.TeamOnly, Texts),
        ["deleted"] = () => ChatCards.Deleted(Hostile, Texts),
    };

    private static SlotView Slot => new(SampleViews.Opens, Hostile, Hostile, Hostile);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_never_markup(string name)
    {
        var places = CardNodes.Texts(Cards[name]()).Where(text => text.Text.Contains("**fed**", StringComparison.Ordinal)).Select(text => text.Place).ToHashSet();
        Assert.NotEmpty(places);
        Assert.Equal([], places.Except(Plain));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_shown_as_it_was_typed(string name) => Assert.All(
        CardNodes.Texts(Cards[name]()).Where(text => text.Place == "TextRun.text" && text.Text.Contains("fed", StringComparison.Ordinal)),
        text => Assert.Contains(Hostile, text.Text, StringComparison.Ordinal));

    private static SummaryView Summary(QuestionView question) => Say.Summary(question) with
    {
        Team = Hostile,
        Picture = SampleViews.Steps(3, 1, 1, 1, 1, 1),
        Texts = [new(Hostile, null), new(Hostile, Hostile)],
        Next = new NextView(SampleViews.Opens, Hostile),
    };
}
