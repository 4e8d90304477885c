using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Tests.Cards;

/// <summary>Every card there is, in every state a person can meet it in.</summary>
internal static partial class SampleCards
{
    private static readonly Dictionary<string, Func<CardTexts, SampleViews, AdaptiveCard>> Cards = new(DeskCards.Concat(OwnOnes), StringComparer.Ordinal)
    {
        ["prompt-scale"] = (texts, say) => PromptCard.Render(say.Prompt(say.Scale), texts),
        ["prompt-dilemma"] = (texts, say) => PromptCard.Render(say.Prompt(say.Dilemma), texts),
        ["prompt-number"] = (texts, say) => PromptCard.Render(say.Prompt(say.Number), texts),
        ["prompt-open"] = (texts, say) => PromptCard.Render(say.Prompt(say.Open), texts),
        ["prompt-last"] = (texts, say) => PromptCard.Render(say.Prompt(say.Scale) with { Visibility = VisibilityChoice.Private, Last = new LastView(new(2026, 9, 14), say.Scale.Text, 3, say.Say("Vi skar to mål væk, og ingen savner dem.", "We dropped two goals, and nobody misses them.")) }, texts),
        ["prompt-cpr"] = (texts, say) => PromptCard.Render(say.Prompt(say.Open) with { Typed = new AnswerFields(null, null, "010170-0000", "named") { Keep = "true" }, Problem = texts.ErrorCpr }, texts),
        ["prompt-reminder"] = (texts, say) => PromptCard.Render(say.Prompt(say.Scale) with { IsReminder = true }, texts),
        ["prompt-no-head"] = (texts, say) => PromptCard.Render(say.Prompt(say.Open) with { Heads = [texts.NobodyYet] }, texts),
        ["prompt-edit-scale"] = (texts, say) => PromptCard.Render(say.Prompt(say.Scale) with { Typed = new AnswerFields("4", null, say.Say("Bedre end i fjor.", "Better than last year."), "named") }, texts),
        ["prompt-edit-number"] = (texts, say) => PromptCard.Render(say.Prompt(say.Number) with { Typed = new AnswerFields(null, "12", null, "private") }, texts),
        ["prompt-wrong-score"] = (texts, say) => PromptCard.Render(say.Prompt(say.Scale) with { Typed = new AnswerFields("6", null, null, "anonymous"), Problem = texts.ErrorScore }, texts),
        ["prompt-wrong-number"] = (texts, say) => PromptCard.Render(say.Prompt(say.Number) with { Typed = new AnswerFields(null, "tre", null, "anonymous"), Problem = texts.ErrorNumber(0, 999) }, texts),
        ["prompt-empty"] = (texts, say) => PromptCard.Render(say.Prompt(say.Open) with { Typed = new AnswerFields(null, null, "  ", "anonymous"), Problem = texts.ErrorEmpty }, texts),
        ["prompt-too-long"] = (texts, say) => PromptCard.Render(say.Prompt(say.Open) with { Typed = new AnswerFields(null, null, "æ😀", "anonymous"), Problem = texts.ErrorTooLong(4001) }, texts),
        ["receipt-anonymous"] = (texts, say) => ReceiptCard.Answered(say.Receipt("4 (1 = " + say.Scale.Low + ", 5 = " + say.Scale.High + ")", say.Say("Bedre end i fjor.", "Better than last year."), "anonymous"), texts),
        ["receipt-named"] = (texts, say) => ReceiptCard.Answered(say.Receipt(null, say.Say("Bedre end i fjor.", "Better than last year."), "named"), texts),
        ["receipt-private"] = (texts, say) => ReceiptCard.Answered(say.Receipt(say.Say("12 mål", "12 goals"), null, "private"), texts),
        ["receipt-kept"] = (texts, say) => ReceiptCard.Answered(say.Receipt(null, say.Say("Bedre end i fjor.", "Better than last year."), "anonymous") with { IsKept = true }, texts),
        ["receipt-skipped"] = (texts, _) => ReceiptCard.Skipped(SampleViews.Team, SampleViews.Closes, SampleViews.Data, texts),
        ["receipt-closed"] = (texts, _) => ReceiptCard.Closed(SampleViews.Team, SampleViews.Closes, texts),
        ["summary-scale"] = (texts, say) => SummaryCard.Render(say.Summary(say.Scale) with { Picture = SampleViews.Steps(29 / 9.0, 1, 2, 2, 2, 2), Texts = say.Voices }, texts),
        ["summary-dilemma"] = (texts, say) => SummaryCard.Render(say.Summary(say.Dilemma) with { Picture = SampleViews.Steps(3, 0, 3, 3, 3, 0) }, texts),
        ["summary-number"] = (texts, say) => SummaryCard.Render(say.Summary(say.Number) with { Picture = new PictureView([new("0–9", 5), new("10–19", 3), new("20–29", 1)]) { Median = 8.5, LowerQuartile = 6, UpperQuartile = 12.25, Smallest = 3, Largest = 24 }, Texts = say.Voices }, texts),
        ["summary-open"] = (texts, say) => SummaryCard.Render(say.Summary(say.Open) with { Texts = say.Voices }, texts),
        ["summary-all-named"] = (texts, say) => SummaryCard.Render(say.Summary(say.Open) with { Texts = [new("A.", "Anders And"), new("B.", "Birgitte Nørgård")] }, texts),
        ["summary-at-threshold"] = (texts, say) => SummaryCard.Render(say.Summary(say.Scale) with { Answered = 5, Picture = SampleViews.Steps(4, 0, 0, 1, 3, 1) }, texts),
        ["summary-few-answers"] = (texts, say) => SummaryCard.Render(say.Summary(say.Scale) with { Answered = 4, Hidden = HiddenBecause.FewAnswers }, texts),
        ["summary-few-anonymous"] = (texts, say) => SummaryCard.Render(say.Summary(say.Scale) with { Hidden = HiddenBecause.FewAnonymous, Texts = [say.Voices[1]] }, texts),
        ["summary-few-anonymous-no-text"] = (texts, say) => SummaryCard.Render(say.Summary(say.Scale) with { Hidden = HiddenBecause.FewAnonymous }, texts),
        ["summary-nobody"] = (texts, say) => SummaryCard.Render(say.Summary(say.Scale) with { Answered = 0, Hidden = HiddenBecause.NobodyAnswered }, texts),
        ["summary-last"] = (texts, say) => SummaryCard.Render(say.Summary(say.Open) with { Texts = say.Voices, Next = null }, texts),
        ["summary-moved"] = (texts, say) => SummaryCard.Render(say.Moved, texts),
        ["summary-shared"] = (texts, say) => SummaryCard.Render(say.Moved with { LastTime = null, Movement = [], Shared = [], SharedBy = new SharedView("Karen Lund", say.Say("Vi skærer tre mål væk før jul.", "We drop three goals before Christmas.")) }, texts),
        ["summary-shared-by-itself"] = (texts, say) => SummaryCard.Render(say.Summary(say.Open) with { Texts = say.Voices, SharedBy = new SharedView(null, null) }, texts),
        ["summary-preview"] = (texts, say) => SummaryCard.Preview(say.Summary(say.Open) with { Texts = say.Voices, SharedBy = new SharedView("Karen Lund", null) }, texts.ShareToLeaders(12), SampleViews.Data with { About = "leaders" }, texts),
        ["summary-page-1"] = (texts, say) => SummaryCard.Reading(Page(say, 'a', null), 0, 2, texts),
        ["summary-page-2"] = (texts, say) => SummaryCard.Reading(Page(say, 'b', "Birgitte Nørgård"), 1, 2, texts),
        ["summary-history"] = (texts, say) => SummaryRecordCards.History(say.History, texts),
        ["summary-trend"] = (texts, say) => SummaryRecordCards.Trend(say.Trend, texts),
        ["summary-trend-year"] = (texts, say) => SummaryRecordCards.Trend(say.Trend with { IsYear = true, Areas = [], Participation = [] }, texts),
        ["summary-files"] = (texts, _) => SummaryRecordCards.Files(SampleViews.Team, SampleViews.Data, texts),
        ["share"] = (texts, _) => ShareCard.Render(new ShareView { Team = SampleViews.Team, Shared = [], Data = SampleViews.Data }, texts),
        ["share-again"] = (texts, _) => ShareCard.Render(new ShareView { Team = SampleViews.Team, With = "channel", Comment = "x", Problem = texts.ErrorComment(400), Shared = [texts.SharedWithLeaders(texts.Date(new(2026, 11, 27)))], Data = SampleViews.Data }, texts),
        ["organisation"] = (texts, say) => OrganisationCard.Render(say.Organisation, texts),
        ["setup-first"] = (texts, _) => SetupCard.Render(SampleViews.Setup(SampleViews.Form with { Heads = null }, 3), texts),
        ["setup-filled"] = (texts, _) => SetupCard.Render(SampleViews.Setup(SampleViews.Form with { HeadsAnswer = "true", EveryWeeks = "2", TimeZone = "Pacific/Auckland" }, 60), texts),
        ["setup-large"] = (texts, _) => SetupCard.Render(SampleViews.Setup(SampleViews.Form, 61), texts),
        ["setup-problems"] = (texts, _) => SetupCard.Render(SampleViews.Setup(Wrong, 3) with { Problems = Problems(texts) }, texts),
        ["review"] = (texts, say) => ReviewCard.Render(say.Review, texts),
        ["desk-not-set-up"] = (texts, say) => DeskCard.Render(say.Desk(texts.DeskNotSetUp) with { Slots = [] }, texts),
        ["desk-saved"] = (texts, say) => DeskCard.Render(say.Desk(texts.DeskNoRound, say.Review.Rhythm) with { Done = texts.DeskSaved, IsSetUp = true, CanPause = true, CanSend = true }, texts),
        ["desk-open"] = (texts, say) => DeskCard.Render(say.Desk(texts.DeskOpenRound(9, 12, texts.Moment(SampleViews.Closes)), say.Review.Rhythm, texts.DeliveryUnreachable(texts.PersonBecause("Karen Lund", texts.BecauseBlocked)), texts.DeliveryGivenUp("Ole Dam")) with { IsSetUp = true, CanPause = true, CanClose = true }, texts),
        ["desk-paused"] = (texts, say) => DeskCard.Render(say.Desk(texts.DeskPaused(texts.Date(new(2027, 1, 4)))) with { IsSetUp = true, IsPaused = true, CanClose = true }, texts),
        ["desk-wrong-pause"] = (texts, say) => DeskCard.Render(say.Desk(texts.DeskNoRound) with { IsSetUp = true, Problem = texts.DeskPauseInvalid, PauseUntil = "2026-11-01", CanPause = true, CanSend = true }, texts),
        ["greeting"] = (texts, _) => ChatCards.Greeting(SampleViews.Team, "Karen Lund", texts),
        ["greeting-nobody"] = (texts, _) => ChatCards.Greeting(SampleViews.Team, null, texts),
        ["welcome"] = (texts, _) => ChatCards.Welcome(texts),
        ["help"] = (texts, _) => ChatCards.Help(texts),
        ["status"] = (texts, say) => ChatCards.Status([new(SampleViews.Team, [texts.DeskOpenRound(9, 12, texts.Moment(SampleViews.Closes)), texts.StatusYouMissing]), new(say.Say("Chefgruppen", "The heads"), [texts.DeskNoRound])], texts),
        ["choose-team"] = (texts, say) => ChatCards.ChooseTeam(Verbs.PromptEdit, [new("19:a@thread.tacv2", SampleViews.Team, "2026-W48"), new("19:b@thread.tacv2", say.Say("Chefgruppen", "The heads"))], texts),
        ["removed"] = (texts, _) => ChatCards.Removed(SampleViews.Team, SampleViews.TeamOnly, texts),
        ["confirm-deletion"] = (texts, _) => ChatCards.ConfirmDeletion(SampleViews.Team, SampleViews.TeamOnly, texts),
        ["deleted"] = (texts, _) => ChatCards.Deleted(SampleViews.Team, texts),
    };

    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var name in Cards.Keys)
        {
            names.Add(name, "da");
            names.Add(name, "en");
        }

        return names;
    }

    public static AdaptiveCard Render(string name, string language)
    {
        var texts = language == "en" ? CardTexts.English : CardTexts.Danish;
        return Cards[name](texts, new SampleViews(texts));
    }

    public static IEnumerable<(string Name, AdaptiveCard Card)> All() =>
        from name in Cards.Keys
        from language in (string[])["da", "en"]
        select ($"{name}.{language}", Render(name, language));

    private static SummaryView Page(SampleViews say, char letter, string? name) => say.Summary(say.Open) with
    {
        Texts = [new VoiceView(new string(letter, 4000), name), new VoiceView(new string(letter, 4000), name)],
    };

    private static SetupForm Wrong => new()
    {
        OpensOn = "Someday",
        OpensAt = "9",
        RemindsOn = "Tuesday",
        RemindsAt = "02:30",
        ClosesOn = "Monday",
        ClosesAt = "08:00",
        EveryWeeks = "3",
        TimeZone = "Mars/Olympus",
        Language = "sv",
        Heads = "nobody",
    };

    private static FieldProblem[] Problems(CardTexts texts) =>
    [
        new(Fields.OpensOn, texts.ErrorDay), new(Fields.OpensAt, texts.ErrorTime), new(Fields.RemindsAt, texts.ErrorNight),
        new(Fields.RemindsOn, texts.ErrorReminderOrder), new(Fields.ClosesOn, texts.ErrorCloseOrder), new(Fields.EveryWeeks, texts.ErrorInterval),
        new(Fields.TimeZone, texts.ErrorZone), new(Fields.Language, texts.ErrorLanguage), new(Fields.Heads, texts.ErrorHeads),
    ];
}
