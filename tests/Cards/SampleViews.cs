using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Tests.Cards;

/// <summary>Literal views of one team's week, in the language of the texts they are shown with.</summary>
internal sealed class SampleViews(CardTexts texts)
{
    public const string Team = "Skoleledelsen i Fjordby";

    public static readonly ActionData Data = new() { Team = "19:fjordby@thread.tacv2", Slot = "2026-W48" };
    public static readonly ActionData TeamOnly = new() { Team = "19:fjordby@thread.tacv2" };
    public static readonly DateTimeOffset Opens = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));
    public static readonly DateTimeOffset Closes = new(2026, 11, 27, 12, 0, 0, TimeSpan.FromHours(1));

    public QuestionView Scale => new(QuestionKind.Scale, Say("Virker din resultatstyring som ønsket?", "Does your performance management work as intended?"), Say("Hvor ser du det tydeligst i hverdagen?", "Where do you see it most clearly in daily work?"))
    {
        Low = Say("Slet ikke", "Not at all"),
        High = Say("I meget høj grad", "To a very high degree"),
    };

    public QuestionView Dilemma => new(QuestionKind.Dilemma, Say("Hvor lægger du vægten, når budgettet strammer?", "Where do you put the weight when the budget is tight?"), Say("Hvad taler for den anden side?", "What speaks for the other side?"))
    {
        Low = Say("Faste rammer", "Firm limits"),
        High = Say("Frihed til at prioritere", "Freedom to choose"),
    };

    public QuestionView Number => new(QuestionKind.Number, Say("Hvor mange mål styrer du efter i år?", "How many goals do you steer by this year?"), Say("Hvilke kunne du undvære?", "Which could you do without?"))
    {
        Unit = Say("mål", "goals"),
        Min = 0,
        Max = 999,
    };

    public QuestionView Open => new(QuestionKind.Open, Say("Hvad lykkedes for dig som leder i denne uge?", "What went well for you as a leader this week?"), Say("Hvad gjorde du, som gjorde forskellen?", "What did you do that made the difference?"));

    public string Area => Say("Færre mål – mere ledelse", "Fewer goals – more leadership");

    public PromptView Prompt(QuestionView question) => new()
    {
        Team = Team,
        Area = Area,
        Lead = Say("Politisk retning og få klare mål.", "Political direction and a few clear goals."),
        Question = question,
        Heads = ["Karen Lund", "Søren Æbelø"],
        Threshold = 5,
        ClosesAt = Closes,
        Data = Data,
    };

    public ReceiptView Receipt(string? value, string? text, string visibility) => new()
    {
        Team = Team,
        Question = Scale.Text,
        Value = value,
        Text = text,
        Visibility = visibility,
        ClosesAt = Closes,
        Data = Data,
    };

    public SummaryView Summary(QuestionView question) => new()
    {
        Team = Team,
        Area = Area,
        Question = question,
        Answered = 9,
        Asked = 12,
        Threshold = 5,
        Texts = [],
        Next = new NextView(Closes.AddDays(3).AddHours(-3), Open.Text),
        Data = Data,
    };

    public SummaryView Moved => Summary(Scale) with
    {
        LastTime = new ParticipationView(7, 11),
        Picture = Steps(29 / 9.0, 1, 2, 2, 2, 2),
        Movement = [texts.MovedQuestion("41", texts.OneDecimal(2.8), texts.OneDecimal(29 / 9.0)), texts.MovedArea("45", texts.OneDecimal(3.5), texts.OneDecimal(29 / 9.0))],
        Texts = Voices,
        HasMore = true,
        Words = [new(Say("tillid", "trust"), 5), new(Say("møder", "meetings"), 3)],
        Shared = [texts.SharedWithLeaders(texts.Date(new(2026, 11, 27)))],
    };

    public SummaryHistoryView History => new()
    {
        Team = Team,
        Rounds = [new("2026-W48", texts.WeekOf(48, Area), Scale.Text, texts.Participation(9, 12) + " · " + texts.Mean(texts.OneDecimal(3.2))), new("2026-W47", texts.WeekOf(47, Area), Open.Text, texts.Participation(4, 12))],
        Page = 0,
        Pages = 2,
        Note = texts.OlderClosed,
        Data = Data,
    };

    public JournalView Journal => new()
    {
        Entries =
        [
            new(new(2026, 11, 23), Area, Scale.Text, 4, Say("Det gik lettere, da vi kun talte om én ting.", "It went easier once we talked about one thing only.")),
            new(new(2026, 11, 16), Say("Mere folkestyre", "More democracy"), Open.Text, null, Say("Jeg vil spørge borgerne først.", "I will ask the citizens first.")),
        ],
        Areas = [new("a", Area), new("b", Say("Mere folkestyre", "More democracy"))],
        Page = 0,
        Pages = 2,
    };

    public TrendView Trend => new()
    {
        Team = Team,
        IsYear = false,
        Participation = [new("46", 58), new("47", 75), new("48", 83)],
        Areas = [new(Area, [new(41, 2.8), new(48, 3.2)]), new(Say("Mere folkestyre", "More democracy"), [new(47, 4)])],
        Data = Data,
    };

    public OrganisationView Organisation => new()
    {
        Week = 47,
        Year = 2026,
        Areas = [new(Area, 7, 81, 104, 3.4), new(Say("Mere folkestyre", "More democracy"), 3, 30, 41, null), new(Say("Sæt borgeren i centrum", "Put the citizen first"), 0, 0, 0, null)],
        Before = "2026-W46",
        After = "2026-W48",
    };

    public static PictureView Steps(double mean, params int[] counts) =>
        new([.. counts.Select((count, index) => new BarView($"{index + 1}", count))]) { Mean = mean };

    public VoiceView[] Voices =>
    [
        new(Say("Vi måler for meget.\nFem mål var nok.", "We measure too much.\nFive goals would do."), null),
        new(Say("Det går bedre end sidste år.", "It goes better than last year."), "Birgitte Nørgård"),
        new(Say("Målene er kendt af alle hos os.", "Everybody with us knows the goals."), null),
    ];

    public static SetupForm Form => new()
    {
        OpensOn = "Monday",
        OpensAt = "09:00",
        RemindsOn = "Wednesday",
        RemindsAt = "10:00",
        ClosesOn = "Friday",
        ClosesAt = "12:00",
        EveryWeeks = "1",
        TimeZone = "Europe/Copenhagen",
        Language = "da",
        Heads = "00000000-0000-0000-0000-000000000002",
        HeadsAnswer = "false",
    };

    public static SetupView Setup(SetupForm form, int members) => new()
    {
        Team = Team,
        Form = form,
        Members = [.. Enumerable.Range(1, members).Select(number => new Choice($"Leder {number:D2} Østergård", $"00000000-0000-0000-0000-{number:D12}"))],
        Data = TeamOnly,
    };

    public SlotView[] Slots =>
    [
        new(Opens, Area, Scale.Text, null),
        new(Opens.AddDays(8), Say("Klare roller", "Clear roles"), Dilemma.Text, texts.MovedBecause(Say("lukkedag", "closing day"))),
        new(Opens.AddDays(14), Say("Tillid", "Trust"), Open.Text, null),
        new(Opens.AddDays(28), null, null, texts.SkippedBecause(Say("juledag", "Christmas Day"))),
    ];

    public ReviewView Review => new()
    {
        Team = Team,
        Rhythm = texts.DeskRhythm(texts.EveryWeek, texts.WeeklyMoment(DayOfWeek.Monday, new(9, 0)), texts.WeeklyMoment(DayOfWeek.Wednesday, new(10, 0)), texts.WeeklyMoment(DayOfWeek.Friday, new(12, 0))),
        Heads = ["Karen Lund", "Søren Æbelø"],
        Slots = Slots,
        Data = TeamOnly with { Form = Form },
    };

    public DeskView Desk(params string[] lines) => new() { Team = Team, Lines = lines, Slots = Slots, Data = TeamOnly };

    public string Say(string danish, string english) => texts == CardTexts.English ? english : danish;
}
