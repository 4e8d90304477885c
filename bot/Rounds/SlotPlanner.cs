using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>The slots of a schedule: pure, so that the preview and what happens are the same calculation.</summary>
internal static class SlotPlanner
{
    /// <summary>A moved round stays open at least this long by the local clock, or as long as its schedule says if that is shorter.</summary>
    public static readonly TimeSpan MinimumOpen = TimeSpan.FromHours(24);

    /// <summary>
    /// The schedule's slots from that week on, the skipped ones among them, without end: take as many as needed.
    /// Throws <see cref="ArgumentException"/> when the schedule does not validate.
    /// </summary>
    public static IEnumerable<PlannedSlot> From(Schedule schedule, WorkingCalendar calendar, SlotId first)
    {
        var week = new SlotWeek(schedule, calendar);
        return Slots(week, first.Next(WeeksToGo(schedule, first)), schedule.EveryWeeks);
    }

    /// <summary>The one slot; null when that week is not one of the schedule's.</summary>
    public static PlannedSlot? At(Schedule schedule, WorkingCalendar calendar, SlotId slot)
    {
        var week = new SlotWeek(schedule, calendar);
        return WeeksToGo(schedule, slot) == 0 ? week.Plan(slot) : null;
    }

    private static IEnumerable<PlannedSlot> Slots(SlotWeek week, SlotId slot, int everyWeeks)
    {
        for (; ; slot = slot.Next(everyWeeks))
            yield return week.Plan(slot);
    }

    // Weeks from this one to the next that is a whole number of intervals away from the anchor.
    private static int WeeksToGo(Schedule schedule, SlotId from)
    {
        var over = from.WeeksSince(schedule.Anchor) % schedule.EveryWeeks;
        return over switch
        {
            0 => 0,
            > 0 => schedule.EveryWeeks - over,
            _ => -over,
        };
    }
}
