using System.Globalization;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Rounds;

public sealed class SlotPlannerYearsTests
{
    private const string Usual = "Monday 09:00 Wednesday 10:00 Friday 12:00";

    [Fact]
    public void Three_years_of_weeks_differ_from_the_schedule_only_around_holidays()
    {
        var slots = From("2026-W01", new Schedule(), 157);

        Assert.Equal("2026-W01", slots[0].Slot.ToString());
        Assert.Equal("2026-W53", slots[52].Slot.ToString());
        Assert.Equal("2027-W01", slots[53].Slot.ToString());
        Assert.Equal("2028-W52", slots[^1].Slot.ToString());
        Assert.Equal(
            [
                "2026-W14 opens 03-30 09:00 +02:00 reminds 04-01 10:00 +02:00 closes 04-01 12:00 +02:00 (Langfredag)",
                "2026-W15 opens 04-07 09:00 +02:00 (2. påskedag) reminds 04-08 10:00 +02:00 closes 04-10 12:00 +02:00",
                "2026-W22 opens 05-26 09:00 +02:00 (2. pinsedag) reminds 05-27 10:00 +02:00 closes 05-29 12:00 +02:00",
                "2026-W52 opens 12-21 09:00 +01:00 reminds 12-23 10:00 +01:00 closes 12-24 12:00 +01:00 (Juledag)",
                "2026-W53 opens 12-28 09:00 +01:00 reminds 12-30 10:00 +01:00 closes 12-31 12:00 +01:00 (Nytårsdag)",
                "2027-W12 opens 03-22 09:00 +01:00 reminds 03-24 10:00 +01:00 closes 03-24 12:00 +01:00 (Langfredag)",
                "2027-W13 opens 03-30 09:00 +02:00 (2. påskedag) reminds 03-31 10:00 +02:00 closes 04-02 12:00 +02:00",
                "2027-W20 opens 05-18 09:00 +02:00 (2. pinsedag) reminds 05-19 10:00 +02:00 closes 05-21 12:00 +02:00",
                "2028-W15 opens 04-10 09:00 +02:00 reminds 04-12 10:00 +02:00 closes 04-12 12:00 +02:00 (Langfredag)",
                "2028-W16 opens 04-18 09:00 +02:00 (2. påskedag) reminds 04-19 10:00 +02:00 closes 04-21 12:00 +02:00",
                "2028-W23 opens 06-06 09:00 +02:00 (2. pinsedag) reminds 06-07 10:00 +02:00 closes 06-09 12:00 +02:00",
                "2028-W52 opens 12-27 09:00 +01:00 (Juledag) no reminder closes 12-29 12:00 +01:00",
            ],
            slots.Where(IsChanged).Select(PlanText.Of));
        Assert.All(slots.Where(slot => !IsChanged(slot)), slot => Assert.Equal(Usual, Times(slot)));
    }

    [Fact]
    public void Summer_time_starts_and_ends_without_moving_the_local_time()
    {
        var slots = From("2026-W12", new Schedule(), 33);

        Assert.Equal(
            ["2026-03-16T08:00", "2026-03-23T08:00", "2026-03-30T07:00"],
            slots.Take(3).Select(slot => Utc(slot.OpensAt)));
        Assert.Equal(
            ["2026-10-12T07:00", "2026-10-19T07:00", "2026-10-26T08:00"],
            slots.Skip(30).Select(slot => Utc(slot.OpensAt)));
    }

    [Theory]
    [InlineData("2026-W50", 2, "2026-W50", "2026-W50 2026-W52 2027-W01 2027-W03")]
    [InlineData("2026-W51", 2, "2026-W50", "2026-W51 2026-W53 2027-W02 2027-W04")]
    [InlineData("2020-W49", 4, "2020-W50", "2020-W53 2021-W04 2021-W08 2021-W12")]
    [InlineData("2026-W01", 4, "2025-W46", "2025-W49 2026-W01 2026-W05 2026-W09")]
    [InlineData("2030-W10", 2, "2026-W52", "2026-W53 2027-W02 2027-W04 2027-W06")]
    [InlineData("2026-W30", 1, "2026-W52", "2026-W52 2026-W53 2027-W01 2027-W02")]
    public void Weeks_are_counted_from_the_anchor_across_new_year(string anchor, int every, string first, string slots) =>
        Assert.Equal(
            slots,
            string.Join(' ', From(first, new Schedule { Anchor = SlotId.Parse(anchor), EveryWeeks = every }, 4).Select(slot => slot.Slot)));

    [Fact]
    public void A_week_between_two_slots_has_none()
    {
        var schedule = new Schedule { Anchor = new SlotId(2026, 50), EveryWeeks = 2 };

        Assert.Null(SlotPlanner.At(schedule, WorkingCalendar.Default, new SlotId(2026, 53)));
        Assert.Equal("2027-W01", SlotPlanner.At(schedule, WorkingCalendar.Default, new SlotId(2027, 1))?.Slot.ToString());
    }

    [Fact]
    public void Midnight_that_does_not_exist_in_cairo_opens_at_one()
    {
        var schedule = new Schedule
        {
            TimeZoneId = "Africa/Cairo",
            OpensOn = DayOfWeek.Friday,
            OpensAt = new TimeOnly(0, 30),
            RemindsOn = DayOfWeek.Saturday,
            ClosesOn = DayOfWeek.Sunday,
        };

        Assert.Equal(
            [
                "2026-W16 opens 04-17 00:30 +02:00 reminds 04-18 10:00 +02:00 closes 04-19 12:00 +02:00",
                "2026-W17 opens 04-24 01:00 +03:00 reminds 04-25 10:00 +03:00 closes 04-26 12:00 +03:00",
                "2026-W18 opens 05-01 00:30 +03:00 reminds 05-02 10:00 +03:00 closes 05-03 12:00 +03:00",
            ],
            From("2026-W16", schedule, 3).Select(PlanText.Of));
    }

    [Fact]
    public void A_round_that_a_clock_change_would_squeeze_to_nothing_is_skipped()
    {
        var schedule = new Schedule
        {
            TimeZoneId = "Africa/Cairo",
            OpensOn = DayOfWeek.Friday,
            OpensAt = new TimeOnly(0, 10),
            RemindsOn = DayOfWeek.Friday,
            RemindsAt = new TimeOnly(0, 20),
            ClosesOn = DayOfWeek.Friday,
            ClosesAt = new TimeOnly(0, 40),
        };

        Assert.Equal([null, new SkipReason(SkipKind.TooShort), null], From("2026-W16", schedule, 3).Select(slot => slot.Skipped));
    }

    private static List<PlannedSlot> From(string first, Schedule schedule, int count) =>
        [.. SlotPlanner.From(schedule, WorkingCalendar.Default, SlotId.Parse(first)).Take(count)];

    private static bool IsChanged(PlannedSlot slot) =>
        slot is not { OpeningMovedFrom: null, ReminderMovedFrom: null, ClosingMovedFrom: null, Skipped: null, RemindsAt: not null };

    private static string Times(PlannedSlot slot) =>
        string.Create(CultureInfo.InvariantCulture, $"{slot.OpensAt:dddd HH:mm} {slot.RemindsAt:dddd HH:mm} {slot.ClosesAt:dddd HH:mm}");

    private static string Utc(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
