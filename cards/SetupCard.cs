using System.Globalization;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The form that sets up a team's week. It comes back as a <see cref="SetupForm"/>, with problems beside their fields.</summary>
public static class SetupCard
{
    /// <summary>A longer roster would outgrow the card; then the client looks people up itself.</summary>
    public const int LongestRoster = 60;

    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday,
        DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public static AdaptiveCard Render(SetupView setup, CardTexts texts) => Parts.Card(
        texts,
        texts.SetupTitle,
        [
            Parts.Kicker(setup.Team),
            Parts.Heading(texts.SetupTitle),
            setup.Problem is { } problem ? Parts.Problem(problem)
                : setup.Problems.Count > 0 ? Parts.Problem(texts.ErrorSomething) : Parts.Subtle(texts.SetupIntro),
            DayAndTime(Fields.OpensOn, texts.OpensDay, setup.Form.OpensOn, Fields.OpensAt, setup.Form.OpensAt, texts),
            .. ProblemsOf(setup, Fields.OpensOn, Fields.OpensAt),
            DayAndTime(Fields.RemindsOn, texts.RemindsDay, setup.Form.RemindsOn, Fields.RemindsAt, setup.Form.RemindsAt, texts),
            .. ProblemsOf(setup, Fields.RemindsOn, Fields.RemindsAt),
            DayAndTime(Fields.ClosesOn, texts.ClosesDay, setup.Form.ClosesOn, Fields.ClosesAt, setup.Form.ClosesAt, texts),
            .. ProblemsOf(setup, Fields.ClosesOn, Fields.ClosesAt),
            Compact(Fields.EveryWeeks, texts.EveryWeeksLabel, setup.Form.EveryWeeks, [new(texts.EveryWeek, "1"), new(texts.EverySecondWeek, "2"), new(texts.EveryFourthWeek, "4")]),
            .. ProblemsOf(setup, Fields.EveryWeeks),
            Heads(setup, texts),
            .. ProblemsOf(setup, Fields.Heads),
            new ToggleInput { Id = Fields.HeadsAnswer, Label = texts.HeadsAnswerLabel, Title = texts.HeadsAnswerTitle, Value = setup.Form.HeadsAnswer == "true" ? "true" : "false" },
            Compact(Fields.Language, texts.LanguageLabel, setup.Form.Language, [new("Dansk", "da"), new("English", "en")]),
            .. ProblemsOf(setup, Fields.Language),
            Compact(Fields.TimeZone, texts.TimeZoneLabel, setup.Form.TimeZone, Zones(setup.Form.TimeZone, texts)),
            .. ProblemsOf(setup, Fields.TimeZone),
            Parts.Buttons(
                Parts.Primary(texts.Review, Verbs.SetupReview, setup.Data),
                Parts.WithoutFields(texts.Back, Verbs.DeskShow, setup.Data)),
        ]);

    private static ColumnSet DayAndTime(string dayField, string dayLabel, string? day, string timeField, string? time, CardTexts texts) => new()
    {
        Columns =
        [
            new([Compact(dayField, dayLabel, day, [.. Week.Select(name => new Choice(texts.Capital(texts.DayName(name)), name.ToString()))])]) { Width = "3" },
            new([new TimeInput { Id = timeField, Label = texts.AtTime, Value = IsTime(time) ? time : null }]) { Width = "2" },
        ],
    };

    private static bool IsTime(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static ChoiceSetInput Compact(string id, string label, string? value, IReadOnlyList<Choice> choices) => new()
    {
        Id = id,
        Label = label,
        Style = ChoiceStyle.Compact,
        Value = value,
        Choices = choices,
    };

    private static ChoiceSetInput Heads(SetupView setup, CardTexts texts) => new()
    {
        Id = Fields.Heads,
        Label = texts.HeadsLabel,
        Placeholder = texts.HeadsPlaceholder,
        IsMultiSelect = true,
        Style = setup.Members.Count > LongestRoster ? ChoiceStyle.Filtered : ChoiceStyle.Compact,
        Value = setup.Form.Heads,
        Choices = setup.Members.Count > LongestRoster ? setup.ChosenMembers : setup.Members,
        ChoicesData = setup.Members.Count > LongestRoster ? new DataQuery() : null,
    };

    private static List<Choice> Zones(string? current, CardTexts texts)
    {
        List<Choice> zones =
        [
            new(texts.ZoneCopenhagen, "Europe/Copenhagen"),
            new(texts.ZoneFaroe, "Atlantic/Faroe"),
            new(texts.ZoneNuuk, "America/Nuuk"),
        ];
        if (current is { Length: > 0 and < 60 } && zones.TrueForAll(zone => zone.Value != current))
        {
            zones.Add(new(current, current));
        }

        return zones;
    }

    private static IEnumerable<RichTextBlock> ProblemsOf(SetupView setup, params IEnumerable<string> fields) =>
        setup.Problems
            .Where(problem => fields.Contains(problem.Field))
            .Select(problem => Parts.FieldProblem(problem.Text));
}
