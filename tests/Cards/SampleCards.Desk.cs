using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Tests.Cards;

/// <content>The rooms behind the administrator's desk.</content>
internal static partial class SampleCards
{
    private static Dictionary<string, Func<CardTexts, SampleViews, AdaptiveCard>> DeskCards => new(StringComparer.Ordinal)
    {
        ["weeks"] = (texts, say) => WeeksCard.Render(SampleViews.Team, [.. say.Slots, .. say.Slots], SampleViews.TeamOnly, texts),
        ["calendar"] = (texts, say) => CalendarCard.Render(Calendar(texts, say), texts),
        ["calendar-wrong-days"] = (texts, say) => CalendarCard.Render(Calendar(texts, say) with { Typed = new PeriodFields("2026-12-20", "2026-12-01", null, "*Jul*"), PeriodProblem = texts.ErrorClosedOrder }, texts),
        ["calendar-moved"] = (texts, say) => CalendarCard.Render(Calendar(texts, say) with { Problem = texts.SettingsMoved(texts.ChangedFromTo(texts.SettingPolicy, texts.ClosedDaysMove, texts.ClosedDaysSkip)) }, texts),
        ["privacy"] = (texts, _) => PrivacyCard.Render(Privacy, texts),
        ["privacy-fixed"] = (texts, say) => PrivacyCard.Render(Privacy with { LowestThreshold = 5, Floor = texts.FixedAsk(texts.ThresholdFloor(5).TrimEnd('.'), say.Say("HR-afdelingen", "the HR department")) }, texts),
        ["privacy-wrong"] = (texts, _) => PrivacyCard.Render(Privacy with { Threshold = "2", Problems = [new(Fields.Threshold, texts.ErrorThreshold(3, 25))] }, texts),
        ["privacy-saved"] = (texts, _) => PrivacyCard.Render(Privacy with { Done = texts.SettingsSaved }, texts),
        ["people"] = (texts, _) => PeopleCard.Render(People(texts), texts),
        ["people-unread"] = (texts, _) => PeopleCard.Render(People(texts) with { Problem = texts.PeopleUnread, Pages = 1, Fixed = texts.PeopleOutside(2) }, texts),
        ["person"] = (texts, _) => PeopleCard.Person(Person(texts), texts),
        ["person-last"] = (texts, _) => PeopleCard.Person(Person(texts) with { Problem = texts.ErrorLastAdministrator }, texts),
        ["questions"] = (texts, say) => QuestionCards.List(Questions(texts, say), texts),
        ["questions-gone"] = (texts, say) => QuestionCards.List(Questions(texts, say) with { Problem = texts.ErrorQuestionGone }, texts),
        ["questions-area"] = (texts, say) => QuestionCards.List(Area(texts, say), texts),
        ["questions-review"] = (texts, say) => QuestionCards.Review(SampleViews.Team, say.Slots, null, SampleViews.TeamOnly with { About = "pack:fire-temaer", On = false, Seen = ["a"] }, SampleViews.TeamOnly, texts),
        ["questions-nothing-left"] = (texts, _) => QuestionCards.Review(SampleViews.Team, [], texts.ErrorNothingLeft, SampleViews.TeamOnly, SampleViews.TeamOnly, texts),
        ["questions-look"] = (texts, say) => QuestionCards.Look(say.Prompt(say.Scale), texts.QuestionPinned, [new(texts.AskNextNot, Verbs.QuestionsReview, SampleViews.TeamOnly), new(texts.EditQuestion, Verbs.QuestionsWrite, SampleViews.TeamOnly), new(texts.Retire, Verbs.QuestionsReview, SampleViews.TeamOnly)], SampleViews.TeamOnly with { About = "egne" }, texts),
        ["questions-write"] = (texts, _) => QuestionCards.Write(Own, texts),
        ["questions-write-wrong"] = (texts, _) => QuestionCards.Write(Own with { Problem = texts.ErrorSomething, Problems = [new(Fields.OwnText, texts.ErrorOwnText), new(Fields.OwnLow, texts.ErrorOwnEnds), new(Fields.OwnMin, texts.ErrorOwnRange)], Form = new OwnForm { Type = "Scale", High = "*Alt*" } }, texts),
        ["history"] = (texts, say) => RecordCards.History(History(texts, say), texts),
        ["history-none"] = (texts, say) => RecordCards.History(History(texts, say) with { Records = [], Pages = 1 }, texts),
        ["audit"] = (texts, _) => RecordCards.Audit(Audit(texts), texts),
        ["audit-none"] = (texts, _) => RecordCards.Audit(Audit(texts) with { Records = [], Page = 0, Pages = 1 }, texts),
    };

    private static QuestionListView Questions(CardTexts texts, SampleViews say) => new()
    {
        Team = SampleViews.Team,
        Title = texts.QuestionsTitle,
        Intro = texts.QuestionsIntro,
        Done = texts.SettingsSaved,
        Rows =
        [
            .. Enumerable.Range(1, 8).Select(number => new QuestionRow(say.Say($"Pakke {number}", $"Pack {number}"), texts.QuestionsCount(texts.QuestionsOn, 24), [new(texts.Open, Verbs.QuestionsPack, SampleViews.TeamOnly with { About = $"pakke-{number}" }), new(texts.TurnOff, Verbs.QuestionsReview, SampleViews.TeamOnly with { About = $"pack:pakke-{number}", On = false })])),
            new QuestionRow(texts.OwnTitle, texts.QuestionsCount(texts.QuestionsOff, 3), [new(texts.Open, Verbs.QuestionsArea, SampleViews.TeamOnly with { About = "egne" }), new(texts.TurnOn, Verbs.QuestionsReview, SampleViews.TeamOnly with { About = "area:egne", On = true })]),
        ],
        Verb = Verbs.QuestionsShow,
        BackVerb = Verbs.DeskShow,
        Data = SampleViews.TeamOnly,
    };

    private static QuestionListView Area(CardTexts texts, SampleViews say) => new()
    {
        Team = SampleViews.Team,
        Title = texts.OwnTitle,
        Intro = texts.OwnPlace,
        Rows =
        [
            new(say.Scale.Text, texts.QuestionPinned, [new(texts.LookAt, Verbs.QuestionsLook, SampleViews.TeamOnly with { About = "egne-1", Page = 1 })]),
            new("*" + say.Open.Text + "*", $"{texts.QuestionRetired} · {texts.QuestionAsked(texts.Date(new(2026, 11, 2)))}", [new(texts.LookAt, Verbs.QuestionsLook, SampleViews.TeamOnly with { About = "egne-2", Page = 1 })]),
        ],
        Verb = Verbs.QuestionsArea,
        Page = 1,
        Pages = 3,
        CanWrite = true,
        BackVerb = Verbs.QuestionsShow,
        Data = SampleViews.TeamOnly with { About = "egne", Page = 1 },
    };

    private static OwnView Own => new()
    {
        Team = SampleViews.Team,
        Form = new OwnForm { Text = "Hvad er vigtigst?", Type = "Dilemma", Low = "Ro", High = "Fart" },
        BackAbout = "egne",
        Data = SampleViews.TeamOnly,
    };

    private static CalendarView Calendar(CardTexts texts, SampleViews say) => new()
    {
        Team = SampleViews.Team,
        Policy = CalendarCard.Move,
        Holidays = "ChristmasEve,NewYearsEve",
        OptionalHolidays = [new(texts.HolidayConstitution, "ConstitutionDay"), new(texts.HolidayChristmasEve, "ChristmasEve"), new(texts.HolidayNewYearsEve, "NewYearsEve")],
        Fixed = [texts.FixedByOrganisation(texts.NamedDays(say.Say("Mellem jul og nytår", "Between Christmas and New Year"), texts.ClosedRange(texts.Date(new(2026, 12, 28)), texts.Date(new(2026, 12, 30)))))],
        Periods = [new("2027-02-15", texts.NamedDays(say.Say("Vinterferie", "Winter break"), texts.ClosedRange(texts.Date(new(2027, 2, 15)), texts.Date(new(2027, 2, 21))))), new("2027-05-07", texts.Date(new(2027, 5, 7)))],
        Slots = say.Slots,
        Data = SampleViews.TeamOnly with { Seen = [texts.ClosedDaysMove, texts.ClosingDaysNone] },
    };

    private static PrivacyView Privacy => new()
    {
        Team = SampleViews.Team,
        Threshold = "5",
        LowestThreshold = 3,
        HighestThreshold = 25,
        OffersNamed = true,
        Shares = "No",
        Retention = "24",
        RetentionChoices = [3, 6, 12, 24, 36, 60],
        Data = SampleViews.TeamOnly with { Seen = ["5", "ja", "24 måneder"] },
    };

    private static PeopleView People(CardTexts texts) => new()
    {
        Team = SampleViews.Team,
        People =
        [
            new("00000000-0000-0000-0000-000000000001", "Birgitte Nørgård", $"{texts.PersonAdministrator} · {texts.PersonAsked}", null),
            new("00000000-0000-0000-0000-000000000002", "Karen Lund", $"{texts.PersonHead} · {texts.PersonNotAsked}", null),
            new("00000000-0000-0000-0000-000000000003", "*Ole* Dam", $"{texts.PersonLeader} · {texts.PersonAsked}", texts.PersonUnreached(texts.BecauseBlocked)),
        ],
        Page = 0,
        Pages = 3,
        Data = SampleViews.TeamOnly,
    };

    private static PersonView Person(CardTexts texts) => new()
    {
        Team = SampleViews.Team,
        Name = "Birgitte Nørgård",
        Roles = $"{texts.PersonAdministrator} · {texts.PersonAsked}",
        Changes = [new(texts.MakeHead, "head", true), new(texts.EndAdministrator, "administrator", false), new(texts.SparePerson, "asked", false)],
        Data = SampleViews.TeamOnly with { Member = "00000000-0000-0000-0000-000000000001", Page = 0 },
    };

    private static RecordView History(CardTexts texts, SampleViews say) => new()
    {
        Team = SampleViews.Team,
        Records =
        [
            new(texts.Capital(texts.Moment(SampleViews.Opens)), [say.Scale.Text, texts.HistoryOpen, texts.HistoryAsked(12, 9), texts.HistoryDelivered(11, 12), texts.DeliveryUnreachable(texts.PersonBecause("*Ole* Dam", texts.BecauseBlocked))]),
            new(texts.Capital(texts.Moment(SampleViews.Opens.AddDays(-7))), [texts.HistorySkipped(texts.ReasonPaused)]),
            new(texts.Capital(texts.Moment(SampleViews.Opens.AddDays(-14))), [texts.HistoryMissed(texts.ReasonDowntime)]),
        ],
        Page = 0,
        Pages = 2,
        Data = SampleViews.TeamOnly,
    };

    private static RecordView Audit(CardTexts texts) => new()
    {
        Team = SampleViews.Team,
        Records =
        [
            new(texts.ActPrivacyChanged, [texts.AuditBy(texts.Moment(SampleViews.Opens), "Birgitte Nørgård"), texts.AuditChange(texts.SettingThreshold, "5", "8")]),
            new(texts.ActPaused, [texts.AuditBy(texts.Moment(SampleViews.Opens), "Karen Lund"), texts.Date(new(2027, 1, 4))]),
            new(texts.ActRemoved, [texts.AuditBy(texts.Moment(SampleViews.Opens), texts.AuditTeams)]),
        ],
        Page = 1,
        Pages = 3,
        Data = SampleViews.TeamOnly,
    };
}
