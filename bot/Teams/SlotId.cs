using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ReflectionBot.Teams;

/// <summary>
/// One planned moment of a schedule, named by its ISO week: <c>2026-W47</c>. A team has at most one slot a week, so this is
/// the round's key too. Sorts alike as text and as value (four-digit years).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SlotId(int IsoYear, int IsoWeek) : IComparable<SlotId>
{
    private const int DaysInWeek = 7;

    /// <summary>The week's first day.</summary>
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(IsoYear, IsoWeek, DayOfWeek.Monday));

    public static bool operator <(SlotId left, SlotId right) => left.CompareTo(right) < 0;

    public static bool operator >(SlotId left, SlotId right) => left.CompareTo(right) > 0;

    public static bool operator <=(SlotId left, SlotId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SlotId left, SlotId right) => left.CompareTo(right) >= 0;

    /// <summary>The slot of the ISO week that holds this day.</summary>
    public static SlotId Of(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return new SlotId(ISOWeek.GetYear(moment), ISOWeek.GetWeekOfYear(moment));
    }

    /// <summary>Throws <see cref="FormatException"/> on anything but <c>yyyy-Www</c> with a week that exists in that year.</summary>
    public static SlotId Parse(string text) =>
        TryParse(text, out var slot) ? slot : throw new FormatException($"'{text}' is not an ISO week like 2026-W47.");

    public static bool TryParse([NotNullWhen(true)] string? text, out SlotId slot)
    {
        slot = default;
        if (text is not { Length: 8 } || text[4] != '-' || text[5] != 'W')
            return false;
        if (!Digits(text.AsSpan(0, 4), out var year) || !Digits(text.AsSpan(6, 2), out var week))
            return false;
        if (year < 1 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return false;

        slot = new SlotId(year, week);
        return true;
    }

    /// <summary>The slot that many ISO weeks later, across any new year.</summary>
    public SlotId Next(int weeks = 1) => Of(Monday.AddDays(DaysInWeek * weeks));

    /// <summary>ISO weeks from the other slot to this one; negative when the other is later.</summary>
    public int WeeksSince(SlotId other) => (Monday.DayNumber - other.Monday.DayNumber) / DaysInWeek;

    /// <summary>That weekday of the week.</summary>
    public DateOnly On(DayOfWeek day) => Monday.AddDays(IsoDay(day));

    public int CompareTo(SlotId other) => (IsoYear, IsoWeek).CompareTo((other.IsoYear, other.IsoWeek));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{IsoYear:D4}-W{IsoWeek:D2}");

    /// <summary>Monday 0 to Sunday 6; .NET's own enum starts its week on Sunday.</summary>
    internal static int IsoDay(DayOfWeek day) => ((int)day + DaysInWeek - 1) % DaysInWeek;

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
