using System.Globalization;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Rounds;

public sealed class SlotIdTests
{
    [Theory]
    [InlineData("2026-11-16", "2026-W47")]
    [InlineData("2026-11-22", "2026-W47")]
    [InlineData("2025-12-29", "2026-W01")]
    [InlineData("2026-12-31", "2026-W53")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2021-01-03", "2020-W53")]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2022-01-01", "2021-W52")]
    public void A_day_belongs_to_its_iso_week(string day, string slot) =>
        Assert.Equal(slot, SlotId.Of(Day(day)).ToString());

    [Theory]
    [InlineData("2026-W47", "2026-11-16")]
    [InlineData("2026-W01", "2025-12-29")]
    [InlineData("2020-W53", "2020-12-28")]
    [InlineData("2027-W01", "2027-01-04")]
    public void A_slot_starts_on_its_monday(string slot, string monday) => Assert.Equal(Day(monday), SlotId.Parse(slot).Monday);

    [Theory]
    [InlineData("2026-W52", 1, "2026-W53")]
    [InlineData("2026-W53", 1, "2027-W01")]
    [InlineData("2025-W52", 1, "2026-W01")]
    [InlineData("2020-W49", 4, "2020-W53")]
    [InlineData("2020-W53", 4, "2021-W04")]
    [InlineData("2027-W01", -1, "2026-W53")]
    public void The_next_slot_crosses_a_new_year(string slot, int weeks, string next)
    {
        Assert.Equal(next, SlotId.Parse(slot).Next(weeks).ToString());
        Assert.Equal(weeks, SlotId.Parse(next).WeeksSince(SlotId.Parse(slot)));
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W54")]
    [InlineData("2026-W00")]
    [InlineData("0000-W01")]
    [InlineData("2026-W7")]
    [InlineData("2026W47")]
    [InlineData("2026-w47")]
    [InlineData("2026-W+7")]
    [InlineData(" 026-W47")]
    [InlineData("2026-W470")]
    [InlineData("")]
    [InlineData(null)]
    public void A_week_that_does_not_exist_is_not_read(string? text)
    {
        Assert.False(SlotId.TryParse(text, out var slot));
        Assert.Equal(default, slot);
        Assert.Throws<FormatException>(() => SlotId.Parse(text!));
    }

    [Fact]
    public void Slots_sort_alike_as_text_and_as_value()
    {
        SlotId[] slots = [new(2026, 10), new(2027, 1), new(2026, 9), new(2026, 53), new(2020, 53)];
        string[] sorted = ["2020-W53", "2026-W09", "2026-W10", "2026-W53", "2027-W01"];

        Assert.Equal(sorted, slots.Order().Select(slot => slot.ToString()));
        Assert.Equal(sorted, slots.Select(slot => slot.ToString()).Order(StringComparer.Ordinal));
        Assert.True(new SlotId(2026, 53) < new SlotId(2027, 1));
        Assert.True(new SlotId(2026, 53) >= new SlotId(2026, 53));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
