using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>Which schedules can be used.</summary>
internal static class ScheduleRules
{
    /// <summary>No time from here...</summary>
    public static readonly TimeOnly NightFrom = new(1, 0);

    /// <summary>...and up to, but not including, this one: the hours in which clocks are moved and backups run.</summary>
    public static readonly TimeOnly NightTo = new(4, 0);

    /// <summary>What is wrong with it; empty when it can be used.</summary>
    public static IReadOnlyList<ScheduleProblem> Validate(this Schedule schedule) => [.. Problems(schedule)];

    public static bool InTheNight(TimeOnly time) => time >= NightFrom && time < NightTo;

    private static IEnumerable<ScheduleProblem> Problems(Schedule schedule)
    {
        var opens = (SlotId.IsoDay(schedule.OpensOn), schedule.OpensAt);
        var reminds = (SlotId.IsoDay(schedule.RemindsOn), schedule.RemindsAt);
        var closes = (SlotId.IsoDay(schedule.ClosesOn), schedule.ClosesAt);
        if (reminds.CompareTo(opens) <= 0)
            yield return ScheduleProblem.ReminderNotAfterOpening;
        if (closes.CompareTo(reminds) <= 0)
            yield return ScheduleProblem.ClosingNotAfterReminder;
        if (InTheNight(schedule.OpensAt) || InTheNight(schedule.RemindsAt) || InTheNight(schedule.ClosesAt))
            yield return ScheduleProblem.TimeInTheNight;
        if (!LocalTimePolicy.Knows(schedule.TimeZoneId))
            yield return ScheduleProblem.UnknownTimeZone;
        if (!Schedule.Intervals.Contains(schedule.EveryWeeks))
            yield return ScheduleProblem.UnknownInterval;
    }
}

/// <summary>Why a schedule cannot be used.</summary>
internal enum ScheduleProblem
{
    ReminderNotAfterOpening,
    ClosingNotAfterReminder,

    /// <summary>A time from 01:00 up to, but not including, 04:00.</summary>
    TimeInTheNight,
    UnknownTimeZone,
    UnknownInterval,
}
