using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>
/// One slot as it will be: the instants, in the zone's offset, and what the calendar did to them.
/// Of a skipped slot the instants are those of the schedule, untouched.
/// </summary>
internal sealed record PlannedSlot
{
    public required SlotId Slot { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>Strictly between opening and closing; null when a move left no room for it, or put it on the opening's own day.</summary>
    public required DateTimeOffset? RemindsAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>The closed day the opening moved forward from; null when it did not move.</summary>
    public ClosedDay? OpeningMovedFrom { get; init; }

    /// <summary>The closed day the reminder moved forward from; null when it did not move or was dropped.</summary>
    public ClosedDay? ReminderMovedFrom { get; init; }

    /// <summary>The closed day the closing moved back from; null when it did not move.</summary>
    public ClosedDay? ClosingMovedFrom { get; init; }

    /// <summary>Why there is no round in this slot; null when there is one.</summary>
    public SkipReason? Skipped { get; init; }
}

/// <summary>Why a slot is skipped.</summary>
internal enum SkipKind
{
    /// <summary>It would open before <see cref="SkipReason.PausedUntil"/>.</summary>
    Paused,

    /// <summary>It would open on <see cref="SkipReason.Day"/>, and no later day of the week will do, or the policy is to skip.</summary>
    Closed,

    /// <summary>Moved around <see cref="SkipReason.Day"/> (null: around a clock change) it would be open too short a time.</summary>
    TooShort,
}

/// <summary>Why a slot is skipped, with what a person needs to be told.</summary>
internal sealed record SkipReason(SkipKind Kind, ClosedDay? Day = null, DateOnly? PausedUntil = null);
