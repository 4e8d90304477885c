using System.Globalization;
using ReflectionBot.Rounds;

namespace ReflectionBot.Tests.Rounds;

/// <summary>A planned slot as one readable line.</summary>
internal static class PlanText
{
    public static string Of(PlannedSlot slot)
    {
        var opens = $"opens {Moment(slot.OpensAt)}{Why(slot.OpeningMovedFrom)}";
        var reminds = slot.RemindsAt is { } at ? $"reminds {Moment(at)}{Why(slot.ReminderMovedFrom)}" : "no reminder";
        var closes = $"closes {Moment(slot.ClosesAt)}{Why(slot.ClosingMovedFrom)}";
        var skipped = slot.Skipped is { } reason ? $" skipped: {reason.Kind} {Name(reason.Day)}" : "";
        return $"{slot.Slot} {opens} {reminds} {closes}{skipped}";
    }

    private static string Moment(DateTimeOffset moment) => moment.ToString("MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private static string Why(ClosedDay? day) => day is null ? "" : $" ({Name(day)})";

    private static string? Name(ClosedDay? day) => day?.Name?.Danish ?? day?.Kind.ToString();
}
