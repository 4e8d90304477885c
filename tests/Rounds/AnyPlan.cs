using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Rounds;

/// <summary>A random valid schedule with a random calendar, planned for a little over three years.</summary>
internal sealed record AnyPlan(Schedule Schedule, WorkingCalendar Calendar, SlotId First)
{
    private static readonly DateOnly Epoch = new(2016, 1, 1);

    private static readonly string[] Zones =
        ["Europe/Copenhagen", "Atlantic/Faroe", "America/Nuuk", "Africa/Cairo", "America/Santiago", "Australia/Lord_Howe", "Pacific/Auckland", "UTC"];

    public static Arbitrary<AnyPlan> Any { get; } = (
        from schedule in Schedules().Where(schedule => schedule.Validate().Count == 0)
        from calendar in Calendars()
        from first in Weeks()
        select new AnyPlan(schedule, calendar, first)).ToArbitrary();

    public List<PlannedSlot> Slots() => [.. SlotPlanner.From(Schedule, Calendar, First).Take(160 / Schedule.EveryWeeks)];

    public override string ToString() => $"{Schedule} {Calendar} closed {string.Join(' ', Calendar.ClosingPeriods)} from {First}";

    private static Gen<Schedule> Schedules() =>
        from days in Gen.Elements(Enum.GetValues<DayOfWeek>()).ArrayOf(3)
        from times in Times().ArrayOf(3)
        from every in Gen.Elements(1, 2, 4)
        from zone in Gen.Elements(Zones)
        from anchor in Weeks()
        select new Schedule
        {
            OpensOn = days[0],
            OpensAt = times[0],
            RemindsOn = days[1],
            RemindsAt = times[1],
            ClosesOn = days[2],
            ClosesAt = times[2],
            EveryWeeks = every,
            TimeZoneId = zone,
            Anchor = anchor,
        };

    // Office hours often, but also the edges of the night and of the day, where clocks are moved.
    private static Gen<TimeOnly> Times() => Gen.OneOf(
        Gen.Choose(7 * 4, 18 * 4).Select(quarter => new TimeOnly(quarter / 4, quarter % 4 * 15)),
        Gen.Elements(new TimeOnly(0, 0), new TimeOnly(0, 30), new TimeOnly(0, 59), new TimeOnly(4, 0), new TimeOnly(23, 30), new TimeOnly(23, 59)));

    private static Gen<WorkingCalendar> Calendars() =>
        from policy in Gen.Elements(ClosedDayPolicy.MoveWithinWeek, ClosedDayPolicy.Skip)
        from optional in Gen.Choose(0, 7)
        from periods in Periods().ListOf()
        from paused in Gen.Frequency((3, Gen.Constant<DateOnly?>(null)), (1, Days().Select(day => (DateOnly?)day)))
        select new WorkingCalendar
        {
            Policy = policy,
            OptionalHolidays = (OptionalHolidays)optional,
            ClosingPeriods = [.. periods],
            PausedUntil = paused,
        };

    private static Gen<ClosingPeriod> Periods() =>
        from day in Days()
        from length in Gen.Choose(0, 12)
        select new ClosingPeriod(day, day.AddDays(length));

    private static Gen<SlotId> Weeks() => Days().Select(SlotId.Of);

    private static Gen<DateOnly> Days() => Gen.Choose(0, 365 * 12).Select(Epoch.AddDays);
}
