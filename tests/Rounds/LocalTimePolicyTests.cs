using System.Globalization;
using ReflectionBot.Rounds;

namespace ReflectionBot.Tests.Rounds;

/// <summary>With the machine's real zone data. Expected: local time and offset of the instant that is meant.</summary>
public sealed class LocalTimePolicyTests
{
    [Theory]
    [InlineData("Europe/Copenhagen", "2026-01-12 09:00", "2026-01-12 09:00:00 +01:00")]
    [InlineData("Europe/Copenhagen", "2026-07-13 09:00", "2026-07-13 09:00:00 +02:00")]
    [InlineData("Atlantic/Faroe", "2026-07-13 09:00", "2026-07-13 09:00:00 +01:00")]
    [InlineData("America/Nuuk", "2026-07-13 09:00", "2026-07-13 09:00:00 -01:00")]
    [InlineData("America/Nuuk", "2022-07-13 09:00", "2022-07-13 09:00:00 -02:00")]
    [InlineData("Asia/Kathmandu", "2026-07-13 09:00", "2026-07-13 09:00:00 +05:45")]
    public void An_ordinary_time_is_that_time(string zone, string local, string instant) => Means(zone, local, instant);

    [Theory]
    [InlineData("Europe/Copenhagen", "2026-03-29 01:59", "2026-03-29 01:59:00 +01:00")]
    [InlineData("Europe/Copenhagen", "2026-03-29 02:00", "2026-03-29 03:00:00 +02:00")]
    [InlineData("Europe/Copenhagen", "2026-03-29 02:30", "2026-03-29 03:00:00 +02:00")]
    [InlineData("Europe/Copenhagen", "2026-03-29 02:59", "2026-03-29 03:00:00 +02:00")]
    [InlineData("Europe/Copenhagen", "2026-03-29 03:00", "2026-03-29 03:00:00 +02:00")]
    [InlineData("Atlantic/Faroe", "2026-03-29 01:30", "2026-03-29 02:00:00 +01:00")]
    [InlineData("America/Nuuk", "2026-03-28 23:30", "2026-03-29 00:00:00 -01:00")]
    [InlineData("America/Nuuk", "2023-03-25 22:30", "2023-03-25 23:00:00 -02:00")]
    [InlineData("Africa/Cairo", "2026-04-24 00:00", "2026-04-24 01:00:00 +03:00")]
    [InlineData("Africa/Cairo", "2026-04-24 00:30", "2026-04-24 01:00:00 +03:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 02:30:00 +11:00")]
    public void A_time_that_does_not_exist_is_the_first_that_does(string zone, string local, string instant) => Means(zone, local, instant);

    [Theory]
    [InlineData("Europe/Copenhagen", "2026-10-25 01:59", "2026-10-25 01:59:00 +02:00")]
    [InlineData("Europe/Copenhagen", "2026-10-25 02:00", "2026-10-25 02:00:00 +02:00")]
    [InlineData("Europe/Copenhagen", "2026-10-25 02:30", "2026-10-25 02:30:00 +02:00")]
    [InlineData("Europe/Copenhagen", "2026-10-25 03:00", "2026-10-25 03:00:00 +01:00")]
    [InlineData("Atlantic/Faroe", "2026-10-25 01:30", "2026-10-25 01:30:00 +01:00")]
    [InlineData("America/Nuuk", "2026-10-24 23:30", "2026-10-24 23:30:00 -01:00")]
    [InlineData("Africa/Cairo", "2026-10-29 23:30", "2026-10-29 23:30:00 +03:00")]
    [InlineData("Africa/Cairo", "2026-10-30 00:00", "2026-10-30 00:00:00 +02:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05 01:45:00 +11:00")]
    public void A_time_that_comes_twice_is_the_earlier(string zone, string local, string instant) => Means(zone, local, instant);

    [Theory]
    [InlineData("Europe/Copenhagen", true)]
    [InlineData("America/Nuuk", true)]
    [InlineData("Europe/Kobenhavn", false)]
    [InlineData("../Europe/Copenhagen", false)]
    [InlineData(" ", false)]
    [InlineData("", false)]
    public void A_zone_is_known_or_not(string zone, bool known) => Assert.Equal(known, LocalTimePolicy.Knows(zone));

    private static void Means(string zone, string local, string instant)
    {
        var moment = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var meant = LocalTimePolicy.ToInstant(
            DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(instant, meant.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
    }
}
