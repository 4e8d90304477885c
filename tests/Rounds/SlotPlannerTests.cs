using System.Globalization;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Rounds;

public sealed class SlotPlannerTests
{
    private static readonly Schedule Weekly = new();

    [Fact]
    public void An_ordinary_week_is_as_scheduled() => Assert.Equal(
        "2026-W47 opens 11-16 09:00 +01:00 reminds 11-18 10:00 +01:00 closes 11-20 12:00 +01:00",
        Plan(Weekly, WorkingCalendar.Default, "2026-W47"));

    [Theory]
    [InlineData("2026-W15", "opens 04-07 09:00 +02:00 (2. påskedag) reminds 04-08 10:00 +02:00 closes 04-10 12:00 +02:00")]
    [InlineData("2026-W22", "opens 05-26 09:00 +02:00 (2. pinsedag) reminds 05-27 10:00 +02:00 closes 05-29 12:00 +02:00")]
    [InlineData("2024-W01", "opens 01-02 09:00 +01:00 (Nytårsdag) reminds 01-03 10:00 +01:00 closes 01-05 12:00 +01:00")]
    public void An_opening_on_a_holiday_moves_to_the_next_working_day(string slot, string plan) =>
        Assert.Equal($"{slot} {plan}", Plan(Weekly, WorkingCalendar.Default, slot));

    [Theory]
    [InlineData("2026-W14", "opens 03-30 09:00 +02:00 reminds 04-01 10:00 +02:00 closes 04-01 12:00 +02:00 (Langfredag)")]
    [InlineData("2026-W53", "opens 12-28 09:00 +01:00 reminds 12-30 10:00 +01:00 closes 12-31 12:00 +01:00 (Nytårsdag)")]
    [InlineData("2020-W53", "opens 12-28 09:00 +01:00 reminds 12-30 10:00 +01:00 closes 12-31 12:00 +01:00 (Nytårsdag)")]
    [InlineData("2023-W18", "opens 05-01 09:00 +02:00 reminds 05-03 10:00 +02:00 closes 05-04 12:00 +02:00 (Store bededag)")]
    [InlineData("2024-W17", "opens 04-22 09:00 +02:00 reminds 04-24 10:00 +02:00 closes 04-26 12:00 +02:00")]
    public void A_closing_on_a_holiday_moves_back_so_that_no_summary_comes_on_one(string slot, string plan) =>
        Assert.Equal($"{slot} {plan}", Plan(Weekly, WorkingCalendar.Default, slot));

    [Fact]
    public void A_reminder_on_a_holiday_moves_on_while_the_round_is_open() => Assert.Equal(
        "2026-W20 opens 05-11 09:00 +02:00 reminds 05-15 10:00 +02:00 (Kristi himmelfartsdag) closes 05-15 12:00 +02:00",
        Plan(Weekly with { RemindsOn = DayOfWeek.Thursday }, WorkingCalendar.Default, "2026-W20"));

    [Fact]
    public void A_reminder_with_nowhere_to_go_is_left_out() => Assert.Equal(
        "2026-W20 opens 05-11 09:00 +02:00 no reminder closes 05-15 09:30 +02:00",
        Plan(Weekly with { RemindsOn = DayOfWeek.Thursday, ClosesAt = new TimeOnly(9, 30) }, WorkingCalendar.Default, "2026-W20"));

    [Fact]
    public void A_move_never_brings_the_card_and_its_reminder_together_on_one_day() => Assert.Equal(
        "2028-W52 opens 12-27 09:00 +01:00 (Juledag) no reminder closes 12-29 12:00 +01:00",
        Plan(Weekly, WorkingCalendar.Default, "2028-W52"));

    [Fact]
    public void A_schedule_that_reminds_on_the_day_of_opening_still_does_after_a_move() => Assert.Equal(
        "2026-W15 opens 04-07 09:00 +02:00 (2. påskedag) reminds 04-07 15:00 +02:00 (2. påskedag) closes 04-10 12:00 +02:00",
        Plan(Weekly with { RemindsOn = DayOfWeek.Monday, RemindsAt = new TimeOnly(15, 0) }, WorkingCalendar.Default, "2026-W15"));

    [Fact]
    public void Christmas_eve_counts_where_it_was_chosen()
    {
        var chosen = new WorkingCalendar { OptionalHolidays = OptionalHolidays.ChristmasEve };

        Assert.Equal(
            "2026-W52 opens 12-21 09:00 +01:00 reminds 12-23 10:00 +01:00 closes 12-24 12:00 +01:00 (Juledag)",
            Plan(Weekly, WorkingCalendar.Default, "2026-W52"));
        Assert.Equal(
            "2026-W52 opens 12-21 09:00 +01:00 reminds 12-23 10:00 +01:00 closes 12-23 12:00 +01:00 (Juledag)",
            Plan(Weekly, chosen, "2026-W52"));
    }

    [Fact]
    public void A_week_without_a_working_day_left_is_skipped_with_the_reason() => Assert.Equal(
        "2026-W14 opens 04-02 09:00 +02:00 reminds 04-03 10:00 +02:00 closes 04-04 12:00 +02:00 skipped: Closed Skærtorsdag",
        Plan(
            Weekly with { OpensOn = DayOfWeek.Thursday, RemindsOn = DayOfWeek.Friday, ClosesOn = DayOfWeek.Saturday },
            WorkingCalendar.Default,
            "2026-W14"));

    [Fact]
    public void The_municipality_closed_for_the_autumn_holiday_skips_the_week()
    {
        var week42 = new WorkingCalendar
        {
            ClosingPeriods = [new ClosingPeriod(new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 18), new LocalizedText("Efterårsferie", "Autumn holiday"))],
        };

        Assert.Equal(
            "2026-W42 opens 10-12 09:00 +02:00 reminds 10-14 10:00 +02:00 closes 10-16 12:00 +02:00 skipped: Closed Efterårsferie",
            Plan(Weekly, week42, "2026-W42"));
        Assert.EndsWith("closes 10-23 12:00 +02:00", Plan(Weekly, week42, "2026-W43"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closing_period_without_a_name_moves_the_opening_too()
    {
        var bridge = new WorkingCalendar { ClosingPeriods = [new ClosingPeriod(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 16))] };

        Assert.Equal(
            "2026-W47 opens 11-17 09:00 +01:00 (ClosingPeriod) reminds 11-18 10:00 +01:00 closes 11-20 12:00 +01:00",
            Plan(Weekly, bridge, "2026-W47"));
    }

    [Fact]
    public void Where_the_policy_is_to_skip_an_opening_does_not_move_but_a_closing_does()
    {
        var skip = new WorkingCalendar { Policy = ClosedDayPolicy.Skip };

        Assert.EndsWith("skipped: Closed 2. påskedag", Plan(Weekly, skip, "2026-W15"), StringComparison.Ordinal);
        Assert.EndsWith("closes 04-01 12:00 +02:00 (Langfredag)", Plan(Weekly, skip, "2026-W14"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_a_move_would_leave_open_too_short_is_skipped()
    {
        var untilTuesday = Weekly with { RemindsOn = DayOfWeek.Monday, RemindsAt = new TimeOnly(15, 0), ClosesOn = DayOfWeek.Tuesday };

        Assert.EndsWith("skipped: TooShort 2. påskedag", Plan(untilTuesday, WorkingCalendar.Default, "2026-W15"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_whose_closing_has_no_working_day_after_the_opening_is_skipped() => Assert.EndsWith(
        "skipped: TooShort Langfredag",
        Plan(Weekly with { OpensOn = DayOfWeek.Wednesday, RemindsOn = DayOfWeek.Thursday }, WorkingCalendar.Default, "2026-W14"),
        StringComparison.Ordinal);

    [Fact]
    public void A_schedule_shorter_than_a_day_is_left_as_short_as_it_was_set()
    {
        var morning = Weekly with { RemindsOn = DayOfWeek.Monday, RemindsAt = new TimeOnly(11, 0), ClosesOn = DayOfWeek.Monday };

        Assert.Equal(
            "2026-W47 opens 11-16 09:00 +01:00 reminds 11-16 11:00 +01:00 closes 11-16 12:00 +01:00",
            Plan(morning, WorkingCalendar.Default, "2026-W47"));
    }

    [Fact]
    public void A_weekend_that_was_chosen_is_respected() => Assert.Equal(
        "2026-W47 opens 11-21 09:00 +01:00 reminds 11-22 10:00 +01:00 closes 11-22 20:00 +01:00",
        Plan(
            Weekly with { OpensOn = DayOfWeek.Saturday, RemindsOn = DayOfWeek.Sunday, ClosesOn = DayOfWeek.Sunday, ClosesAt = new TimeOnly(20, 0) },
            WorkingCalendar.Default,
            "2026-W47"));

    [Theory]
    [InlineData("2026-04-06", "2026-W14", true)]
    [InlineData("2026-04-06", "2026-W15", false)]
    [InlineData("2026-04-07", "2026-W15", false)]
    [InlineData("2026-04-08", "2026-W15", true)]
    public void A_pause_skips_what_would_open_before_its_day_and_ends_by_itself(string until, string slot, bool paused)
    {
        var day = DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var planned = SlotPlanner.At(Weekly, new WorkingCalendar { PausedUntil = day }, SlotId.Parse(slot))!;

        Assert.Equal(paused ? new SkipReason(SkipKind.Paused, PausedUntil: day) : null, planned.Skipped);
    }

    private static string Plan(Schedule schedule, WorkingCalendar calendar, string slot) =>
        PlanText.Of(SlotPlanner.At(schedule, calendar, SlotId.Parse(slot))!);
}
