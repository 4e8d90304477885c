using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Rounds;

/// <summary>What holds for every slot of every schedule, whatever the calendar and the zone.</summary>
public sealed class SlotPlannerPropertyTests
{
    [Fact]
    public void A_round_opens_before_it_reminds_and_reminds_before_it_closes() => EveryRound((_, slot) =>
        slot.OpensAt < slot.ClosesAt && (slot.RemindsAt is not { } reminds || (slot.OpensAt < reminds && reminds < slot.ClosesAt)));

    [Fact]
    public void A_round_stays_within_its_iso_week() => EveryRound((_, slot) => Moments(slot).All(moment =>
        ISOWeek.GetYear(moment.DateTime) == slot.Slot.IsoYear && ISOWeek.GetWeekOfYear(moment.DateTime) == slot.Slot.IsoWeek));

    [Fact]
    public void Nothing_happens_in_the_night_nor_at_a_time_nobody_chose_unless_the_clock_was_moved() => EveryRound((plan, slot) =>
        AtItsTime(plan, slot.OpensAt, plan.Schedule.OpensAt)
        && AtItsTime(plan, slot.ClosesAt, plan.Schedule.ClosesAt)
        && (slot.RemindsAt is not { } reminds || AtItsTime(plan, reminds, plan.Schedule.RemindsAt)));

    [Fact]
    public void Nothing_happens_on_a_closed_day_unless_the_clock_was_moved_past_midnight() => EveryRound((plan, slot) =>
        Moments(slot).All(moment => plan.Calendar.Closed(Day(moment)) is null || FollowsGap(plan, moment)));

    [Fact]
    public void A_moved_round_is_open_a_day_or_as_long_as_its_schedule_says() => EveryRound((plan, slot) =>
    {
        var open = Day(slot.ClosesAt).ToDateTime(plan.Schedule.ClosesAt) - Day(slot.OpensAt).ToDateTime(plan.Schedule.OpensAt);
        return open >= TimeSpan.FromHours(24) || (slot.OpeningMovedFrom, slot.ClosingMovedFrom) == (null, null) || IsShort(plan.Schedule);
    });

    [Fact]
    public void No_round_opens_during_a_pause() => EveryRound((plan, slot) =>
        plan.Calendar.PausedUntil is not { } until || Day(slot.OpensAt) >= until);

    [Fact]
    public void What_moved_and_what_is_skipped_says_why() => ForAll(plan => plan.Slots().All(slot => slot switch
    {
        { Skipped.Kind: SkipKind.Paused } => slot.Skipped.PausedUntil == plan.Calendar.PausedUntil,
        { Skipped.Kind: SkipKind.Closed } => slot.Skipped.Day is not null,
        { Skipped: not null } => slot.Skipped.Day is not null || FollowsGap(plan, slot.OpensAt) || FollowsGap(plan, slot.ClosesAt),
        _ => IsOn(plan.Schedule.OpensOn, slot.OpensAt, slot.OpeningMovedFrom, plan) && IsOn(plan.Schedule.ClosesOn, slot.ClosesAt, slot.ClosingMovedFrom, plan),
    }));

    [Fact]
    public void Slots_come_in_order_one_interval_apart_and_count_from_the_anchor() => ForAll(plan =>
    {
        var mondays = plan.Slots().Select(slot => slot.Slot.Monday.DayNumber).ToList();
        var apart = 7 * plan.Schedule.EveryWeeks;

        return mondays[0] >= plan.First.Monday.DayNumber && mondays[0] < plan.First.Monday.DayNumber + apart
            && (mondays[0] - plan.Schedule.Anchor.Monday.DayNumber) % apart == 0
            && mondays.Zip(mondays.Skip(1)).All(pair => pair.Second - pair.First == apart);
    });

    [Fact]
    public void The_same_input_gives_the_same_plan_from_any_week_on() => ForAll(plan =>
    {
        var slots = plan.Slots();

        return slots.SequenceEqual(plan.Slots())
            && slots.SequenceEqual(slots.Select(slot => SlotPlanner.At(plan.Schedule, plan.Calendar, slot.Slot)))
            && (plan with { First = slots[5].Slot }).Slots().Take(5).SequenceEqual(slots.Skip(5).Take(5));
    });

    private static void EveryRound(Func<AnyPlan, PlannedSlot, bool> holds) =>
        ForAll(plan => plan.Slots().Where(slot => slot.Skipped is null).All(slot => holds(plan, slot)));

    private static void ForAll(Func<AnyPlan, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(AnyPlan.Any, holds));

    private static IEnumerable<DateTimeOffset> Moments(PlannedSlot slot) =>
        slot.RemindsAt is { } reminds ? [slot.OpensAt, reminds, slot.ClosesAt] : [slot.OpensAt, slot.ClosesAt];

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime);

    private static bool AtItsTime(AnyPlan plan, DateTimeOffset moment, TimeOnly chosen)
    {
        var time = TimeOnly.FromDateTime(moment.DateTime);
        return FollowsGap(plan, moment) || (time == chosen && (time < new TimeOnly(1, 0) || time >= new TimeOnly(4, 0)));
    }

    // The first instant after the clock was put forward.
    private static bool FollowsGap(AnyPlan plan, DateTimeOffset moment)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(plan.Schedule.TimeZoneId);
        return zone.GetUtcOffset(moment.UtcDateTime.AddTicks(-1)) < moment.Offset;
    }

    private static bool IsOn(DayOfWeek day, DateTimeOffset moment, ClosedDay? movedFrom, AnyPlan plan) =>
        movedFrom is null ? moment.DayOfWeek == day || FollowsGap(plan, moment) : movedFrom.Date.DayOfWeek == day;

    private static bool IsShort(Schedule schedule)
    {
        var days = (((int)schedule.ClosesOn + 6) % 7) - (((int)schedule.OpensOn + 6) % 7);
        return TimeSpan.FromDays(days) + (schedule.ClosesAt.ToTimeSpan() - schedule.OpensAt.ToTimeSpan()) < TimeSpan.FromHours(24);
    }
}
