using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>Days off: which count, what a slot on one of them does, and the weeks that follow from it.</summary>
public static class CalendarCard
{
    /// <summary>The value of <see cref="Fields.ClosedDays"/> that moves a slot within its week; anything else skips it.</summary>
    public const string Move = "move";

    public const string Skip = "skip";

    public static AdaptiveCard Render(CalendarView calendar, CardTexts texts) => Parts.Card(
        texts,
        texts.CalendarTitle,
        [
            Parts.Kicker(calendar.Team),
            Parts.Heading(texts.CalendarTitle),
            calendar.Done is { } done ? Parts.Success(done) : null,
            calendar.Problem is { } problem ? Parts.Problem(problem) : null,
            Parts.Subtle(texts.CalendarIntro),
            Choices(Fields.ClosedDays, texts.ClosedDaysLabel, calendar.Policy, ChoiceStyle.Expanded, new(texts.ClosedDaysMove, Move), new(texts.ClosedDaysSkip, Skip)),
            Choices(Fields.Holidays, texts.HolidaysLabel, calendar.Holidays, ChoiceStyle.Expanded, [.. calendar.OptionalHolidays]) with { IsMultiSelect = true },
            Parts.Buttons(Parts.Primary(texts.Save, Verbs.CalendarSave, calendar.Data)),
            Parts.Subheading(texts.ClosingDaysTitle),
            .. calendar.Fixed.Select(line => Parts.SubtleWords(line)),
            .. calendar.Periods.Select(period => Period(period, calendar.Data, texts)),
            .. AddPeriod(calendar, texts),
            Parts.Subheading(texts.CalendarMeans),
            .. SlotList.Render(calendar.Slots, texts),
            Parts.Buttons(Parts.WithoutFields(texts.Back, Verbs.DeskShow, calendar.Data with { Seen = null })),
        ]);

    private static ColumnSet Period(PeriodView period, ActionData data, CardTexts texts) => new()
    {
        Columns =
        [
            new([Parts.Words(period.Text)]) { Width = "stretch" },
            new([Parts.Buttons(Parts.WithoutFields(texts.Remove, Verbs.CalendarRemove, data with { About = period.Item, Seen = null }))]) { Width = "auto" },
        ],
    };

    private static IEnumerable<Element> AddPeriod(CalendarView calendar, CardTexts texts) =>
    [
        new ColumnSet
        {
            Columns =
            [
                new([new DateInput { Id = Fields.ClosedFrom, Label = texts.ClosedFromLabel, Value = calendar.Typed.From }]) { Width = "1" },
                new([new DateInput { Id = Fields.ClosedTo, Label = texts.ClosedToLabel, Value = calendar.Typed.To }]) { Width = "1" },
            ],
        },
        new ColumnSet
        {
            Columns =
            [
                new([new TextInput { Id = Fields.ClosedWeek, Label = texts.ClosedWeekLabel, Placeholder = texts.ClosedWeekPlaceholder, Value = calendar.Typed.Week }]) { Width = "1" },
                new([new TextInput { Id = Fields.ClosedName, Label = texts.ClosedNameLabel, Placeholder = texts.ClosedNamePlaceholder, Value = calendar.Typed.Name }]) { Width = "1" },
            ],
        },
        .. calendar.PeriodProblem is { } problem ? [Parts.FieldProblem(problem)] : Array.Empty<Element>(),
        Parts.Buttons(Parts.Button(texts.AddClosingDays, Verbs.CalendarAdd, calendar.Data)),
    ];

    private static ChoiceSetInput Choices(string id, string label, string value, ChoiceStyle style, params IReadOnlyList<Choice> choices) =>
        new() { Id = id, Label = label, Value = value, Style = style, Choices = choices };
}

/// <summary>Days off as they are, and the period being typed. <c>Holidays</c> are the chosen values, with commas between.</summary>
public sealed record CalendarView
{
    public required string Team { get; init; }

    public string? Done { get; init; }

    public string? Problem { get; init; }

    /// <summary><see cref="CalendarCard.Move"/> or <see cref="CalendarCard.Skip"/>.</summary>
    public required string Policy { get; init; }

    public required string Holidays { get; init; }

    public required IReadOnlyList<Choice> OptionalHolidays { get; init; }

    /// <summary>What the organisation has decided for everybody, one line a period, with whom to ask.</summary>
    public required IReadOnlyList<string> Fixed { get; init; }

    public required IReadOnlyList<PeriodView> Periods { get; init; }

    public PeriodFields Typed { get; init; } = new(null, null, null, null);

    public string? PeriodProblem { get; init; }

    public required IReadOnlyList<SlotView> Slots { get; init; }

    public required ActionData Data { get; init; }
}

/// <summary>One closing period; <c>Item</c> is its first day, <c>yyyy-MM-dd</c>.</summary>
public sealed record PeriodView(string Item, string Text);

/// <summary>A closing period as typed: dates <c>yyyy-MM-dd</c>, or a week such as <c>42</c> or <c>2027-W07</c>.</summary>
public sealed record PeriodFields(string? From, string? To, string? Week, string? Name);
