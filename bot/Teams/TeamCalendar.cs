using ReflectionBot.Questions;

namespace ReflectionBot.Teams;

/// <summary>What happens to a slot whose opening falls on a closed day.</summary>
internal enum ClosedDayPolicy
{
    /// <summary>It opens on the next working day of the same ISO week; where there is none, the week is skipped.</summary>
    MoveWithinWeek,

    /// <summary>The week is skipped.</summary>
    Skip,
}

/// <summary>Days that are no public holidays but often days off; each municipality chooses.</summary>
[Flags]
internal enum OptionalHolidays
{
    None = 0,
    ConstitutionDay = 1,
    ChristmasEve = 2,
    NewYearsEve = 4,
}

/// <summary>Days the municipality itself is closed, first and last day included; the name is the administrator's, if any.</summary>
internal sealed record ClosingPeriod(DateOnly From, DateOnly To, LocalizedText? Name = null);

/// <summary>What a team has chosen about days off; the public holidays need no choice.</summary>
internal sealed record TeamCalendar
{
    public const int MostClosingPeriods = 40;

    public ClosedDayPolicy Policy { get; init; } = ClosedDayPolicy.MoveWithinWeek;

    public OptionalHolidays OptionalHolidays { get; init; }

    /// <summary>In the order of their days; none overlaps another.</summary>
    public IReadOnlyList<ClosingPeriod> ClosingPeriods { get; init; } = [];
}
