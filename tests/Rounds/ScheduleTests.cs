using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Rounds;

public sealed class ScheduleTests
{
    [Fact]
    public void The_default_opens_on_monday_reminds_on_wednesday_and_closes_on_friday()
    {
        var schedule = new Schedule();

        Assert.Empty(schedule.Validate());
        Assert.Equal((DayOfWeek.Monday, new TimeOnly(9, 0)), (schedule.OpensOn, schedule.OpensAt));
        Assert.Equal((DayOfWeek.Wednesday, new TimeOnly(10, 0)), (schedule.RemindsOn, schedule.RemindsAt));
        Assert.Equal((DayOfWeek.Friday, new TimeOnly(12, 0)), (schedule.ClosesOn, schedule.ClosesAt));
        Assert.Equal("Europe/Copenhagen every 1", $"{schedule.TimeZoneId} every {schedule.EveryWeeks}");
    }

    [Fact]
    public void A_week_ends_on_sunday() => Assert.Empty(new Schedule
    {
        OpensOn = DayOfWeek.Friday,
        RemindsOn = DayOfWeek.Saturday,
        ClosesOn = DayOfWeek.Sunday,
        ClosesAt = new TimeOnly(23, 59),
    }.Validate());

    [Fact]
    public void A_round_cannot_close_in_the_week_after() => Assert.Equal(
        [ScheduleProblem.ClosingNotAfterReminder],
        new Schedule { OpensOn = DayOfWeek.Thursday, RemindsOn = DayOfWeek.Friday, ClosesOn = DayOfWeek.Monday }.Validate());

    [Fact]
    public void A_reminder_at_the_moment_of_opening_is_no_reminder() => Assert.Equal(
        [ScheduleProblem.ReminderNotAfterOpening],
        new Schedule { RemindsOn = DayOfWeek.Monday, RemindsAt = new TimeOnly(9, 0) }.Validate());

    [Fact]
    public void A_closing_at_the_moment_of_the_reminder_is_too_early() => Assert.Equal(
        [ScheduleProblem.ClosingNotAfterReminder],
        new Schedule { ClosesOn = DayOfWeek.Wednesday, ClosesAt = new TimeOnly(10, 0) }.Validate());

    [Theory]
    [InlineData("00:59", false)]
    [InlineData("01:00", true)]
    [InlineData("03:59", true)]
    [InlineData("04:00", false)]
    public void Nothing_is_scheduled_in_the_night(string time, bool refused)
    {
        var at = TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        Schedule[] schedules = [new() { OpensAt = at }, new() { RemindsAt = at }, new() { ClosesAt = at }];
        ScheduleProblem[] expected = refused ? [ScheduleProblem.TimeInTheNight] : [];

        Assert.All(schedules, schedule => Assert.Equal(expected, schedule.Validate()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Only_every_one_two_or_four_weeks(int weeks) =>
        Assert.Equal([ScheduleProblem.UnknownInterval], new Schedule { EveryWeeks = weeks }.Validate());

    [Fact]
    public void Every_problem_is_named_at_once() => Assert.Equal(
        [
            ScheduleProblem.ReminderNotAfterOpening, ScheduleProblem.ClosingNotAfterReminder, ScheduleProblem.TimeInTheNight,
            ScheduleProblem.UnknownTimeZone, ScheduleProblem.UnknownInterval,
        ],
        new Schedule
        {
            OpensOn = DayOfWeek.Sunday,
            ClosesOn = DayOfWeek.Tuesday,
            ClosesAt = new TimeOnly(2, 30),
            TimeZoneId = "Europe/Gotham",
            EveryWeeks = 7,
        }.Validate());

    [Fact]
    public void A_schedule_that_does_not_validate_is_not_planned() => Assert.Equal(
        "The schedule cannot be used: UnknownInterval. (Parameter 'schedule')",
        Assert.Throws<ArgumentException>(
            () => SlotPlanner.From(new Schedule { EveryWeeks = 3 }, WorkingCalendar.Default, new SlotId(2026, 1))).Message);
}
