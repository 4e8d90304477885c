namespace ReflectionBot.Rounds;

/// <summary>
/// Which instant a local time means when the clock is moved. Two named decisions:
/// a time that does not exist becomes the first instant that does, and of a time that comes twice the earlier is meant.
/// <code>
/// Copenhagen, last Sunday of March           last Sunday of October
/// local  01:30  01:59|03:00  03:30           02:30  02:59|02:00  02:30  02:59|03:00
/// UTC    00:30  00:59|01:00  01:30           00:30  00:59|01:00  01:30  01:59|02:00
///              gap ──┘                       └─ meant      └─ not meant
/// 02:00, 02:30, 02:59 all mean 03:00         02:30 means 00:30 UTC
/// </code>
/// </summary>
internal static class LocalTimePolicy
{
    public static bool Knows(string timeZoneId) =>
        !string.IsNullOrWhiteSpace(timeZoneId) && TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out _);

    /// <summary>The instant, with the zone's offset at that instant.</summary>
    public static DateTimeOffset ToInstant(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);

        // No zone moves its clock twice within two days, so a day on either side shows both offsets that can be meant.
        var before = zone.GetUtcOffset(AsUtc(local.AddDays(-1)));
        var after = zone.GetUtcOffset(AsUtc(local.AddDays(1)));

        // The larger offset is the earlier instant: tried first, it settles an overlap.
        var (larger, smaller) = before > after ? (before, after) : (after, before);
        return At(local, larger, zone) ?? At(local, smaller, zone) ?? FirstAfterGap(local, before, after, zone);
    }

    private static DateTimeOffset? At(DateTime local, TimeSpan offset, TimeZoneInfo zone)
    {
        var instant = new DateTimeOffset(local, offset);
        return zone.GetUtcOffset(instant.UtcDateTime) == offset ? instant : null;
    }

    // Halves the stretch between an instant before the gap and one after it until they are neighbours.
    private static DateTimeOffset FirstAfterGap(DateTime local, TimeSpan before, TimeSpan after, TimeZoneInfo zone)
    {
        var early = local.Ticks - after.Ticks;
        var late = local.Ticks - before.Ticks;
        while (late - early > 1)
        {
            var middle = early + ((late - early) / 2);
            if (zone.GetUtcOffset(new DateTime(middle, DateTimeKind.Utc)) == before)
                early = middle;
            else
                late = middle;
        }

        return new DateTimeOffset(late, TimeSpan.Zero).ToOffset(after);
    }

    private static DateTime AsUtc(DateTime local) => DateTime.SpecifyKind(local, DateTimeKind.Utc);
}
