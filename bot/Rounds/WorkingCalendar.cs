using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>Where a closed day comes from.</summary>
internal enum ClosedDayKind
{
    Holiday,
    ClosingPeriod,
}

/// <summary>A day on which nothing opens, reminds or closes, and why: the reason behind a move or a skip.</summary>
internal sealed record ClosedDay(DateOnly Date, ClosedDayKind Kind, LocalizedText? Name);

/// <summary>The days a team does not work, and what that means for its slots.</summary>
internal sealed record WorkingCalendar
{
    public static readonly WorkingCalendar Default = new();

    public ClosedDayPolicy Policy { get; init; } = ClosedDayPolicy.MoveWithinWeek;

    public OptionalHolidays OptionalHolidays { get; init; }

    public IReadOnlyList<ClosingPeriod> ClosingPeriods { get; init; } = [];

    /// <summary>Slots that would open before this local date are skipped; null when the team is not paused.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Why this day is closed, or null. Weekends are not closed: an administrator may choose one.</summary>
    public ClosedDay? Closed(DateOnly day)
    {
        if (DanishHolidays.On(day, OptionalHolidays) is { } holiday)
            return new ClosedDay(day, ClosedDayKind.Holiday, holiday);

        var period = ClosingPeriods.FirstOrDefault(period => period.From <= day && day <= period.To);
        return period is null ? null : new ClosedDay(day, ClosedDayKind.ClosingPeriod, period.Name);
    }

    /// <summary>Monday to Friday, and not closed: where something that has to move may move to.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Closed(day) is null;
}
