using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>Lays one schedule into one week: moves what falls on closed days, and says when there is no round at all.</summary>
internal sealed class SlotWeek
{
    private const int DaysInWeek = 7;

    private readonly Schedule _schedule;
    private readonly WorkingCalendar _calendar;
    private readonly TimeZoneInfo _zone;
    private readonly TimeSpan _leastOpen;

    public SlotWeek(Schedule schedule, WorkingCalendar calendar)
    {
        var problems = schedule.Validate();
        if (problems.Count > 0)
            throw new ArgumentException($"The schedule cannot be used: {string.Join(", ", problems)}.", nameof(schedule));

        _schedule = schedule;
        _calendar = calendar;
        _zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZoneId);
        _leastOpen = LeastOpen(schedule);
    }

    public PlannedSlot Plan(SlotId slot)
    {
        var planned = new Days(slot.On(_schedule.OpensOn), slot.On(_schedule.RemindsOn), slot.On(_schedule.ClosesOn));
        var opens = Opening(slot, planned.Opens);
        if ((opens ?? planned.Opens) < _calendar.PausedUntil)
            return Skip(slot, planned, new SkipReason(SkipKind.Paused, PausedUntil: _calendar.PausedUntil));
        if (opens is null)
            return Skip(slot, planned, new SkipReason(SkipKind.Closed, _calendar.Closed(planned.Opens)));

        var closes = Closing(planned.Closes, opens.Value);
        if (closes is null || IsTooShort(opens.Value, closes.Value))
            return Skip(slot, planned, new SkipReason(SkipKind.TooShort, InTheWay(planned)));

        var moved = new Days(opens.Value, Reminder(slot.On(_schedule.RemindsOn), opens.Value, closes.Value), closes.Value);
        var result = WithMoves(Instants(slot, moved), planned, moved);
        return result.OpensAt < result.ClosesAt ? result : Skip(slot, planned, new SkipReason(SkipKind.TooShort));
    }

    private DateOnly? Opening(SlotId slot, DateOnly day)
    {
        if (_calendar.Closed(day) is null)
            return day;
        return _calendar.Policy == ClosedDayPolicy.Skip ? null : WorkingDay(day, 1, slot.Monday.AddDays(DaysInWeek - 1));
    }

    // That it also lies strictly between opening and closing is seen on the instants. A move must not bring card and
    // reminder together on one day, an hour apart, when the schedule keeps them on two.
    private DateOnly? Reminder(DateOnly day, DateOnly opens, DateOnly closes)
    {
        DateOnly? reminds = _calendar.Closed(day) is null ? day : WorkingDay(day, 1, closes);
        return reminds == opens && _schedule.RemindsOn != _schedule.OpensOn ? null : reminds;
    }

    // Back, never forward: a summary must not come on a holiday, nor after the week it is about.
    private DateOnly? Closing(DateOnly day, DateOnly opens) =>
        _calendar.Closed(day) is null ? day : WorkingDay(day, -1, opens.AddDays(1));

    private DateOnly? WorkingDay(DateOnly from, int step, DateOnly last)
    {
        for (var day = from.AddDays(step); step > 0 ? day <= last : day >= last; day = day.AddDays(step))
            if (_calendar.IsWorkingDay(day))
                return day;
        return null;
    }

    private static TimeSpan LeastOpen(Schedule schedule)
    {
        var days = SlotId.IsoDay(schedule.ClosesOn) - SlotId.IsoDay(schedule.OpensOn);
        var own = TimeSpan.FromDays(days) + (schedule.ClosesAt.ToTimeSpan() - schedule.OpensAt.ToTimeSpan());
        return own < SlotPlanner.MinimumOpen ? own : SlotPlanner.MinimumOpen;
    }

    private bool IsTooShort(DateOnly opens, DateOnly closes) =>
        closes.ToDateTime(_schedule.ClosesAt) - opens.ToDateTime(_schedule.OpensAt) < _leastOpen;

    private ClosedDay? InTheWay(Days planned) => _calendar.Closed(planned.Opens) ?? _calendar.Closed(planned.Closes);

    private PlannedSlot Skip(SlotId slot, Days planned, SkipReason reason) => Instants(slot, planned) with { Skipped = reason };

    private PlannedSlot Instants(SlotId slot, Days days)
    {
        var opens = LocalTimePolicy.ToInstant(days.Opens, _schedule.OpensAt, _zone);
        var closes = LocalTimePolicy.ToInstant(days.Closes, _schedule.ClosesAt, _zone);
        DateTimeOffset? reminds = days.Reminds is { } day ? LocalTimePolicy.ToInstant(day, _schedule.RemindsAt, _zone) : null;
        return new PlannedSlot
        {
            Slot = slot,
            OpensAt = opens,
            RemindsAt = opens < reminds && reminds < closes ? reminds : null,
            ClosesAt = closes,
        };
    }

    private PlannedSlot WithMoves(PlannedSlot result, Days planned, Days moved) => result with
    {
        OpeningMovedFrom = moved.Opens == planned.Opens ? null : _calendar.Closed(planned.Opens),
        ReminderMovedFrom = result.RemindsAt is null || moved.Reminds == planned.Reminds ? null : _calendar.Closed(planned.Reminds!.Value),
        ClosingMovedFrom = moved.Closes == planned.Closes ? null : _calendar.Closed(planned.Closes),
    };

    private sealed record Days(DateOnly Opens, DateOnly? Reminds, DateOnly Closes);
}
