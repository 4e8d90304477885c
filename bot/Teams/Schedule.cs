using System.Collections.Frozen;

namespace ReflectionBot.Teams;

/// <summary>When a team's rounds open, remind and close: local times in the team's zone, all within one ISO week.</summary>
internal sealed record Schedule
{
    /// <summary>The intervals an administrator can choose, in weeks.</summary>
    public static readonly FrozenSet<int> Intervals = FrozenSet.Create(1, 2, 4);

    public DayOfWeek OpensOn { get; init; } = DayOfWeek.Monday;

    public TimeOnly OpensAt { get; init; } = new(9, 0);

    public DayOfWeek RemindsOn { get; init; } = DayOfWeek.Wednesday;

    public TimeOnly RemindsAt { get; init; } = new(10, 0);

    public DayOfWeek ClosesOn { get; init; } = DayOfWeek.Friday;

    public TimeOnly ClosesAt { get; init; } = new(12, 0);

    /// <summary>One of <see cref="Intervals"/>.</summary>
    public int EveryWeeks { get; init; } = 1;

    /// <summary>An IANA id.</summary>
    public string TimeZoneId { get; init; } = "Europe/Copenhagen";

    /// <summary>The week that <see cref="EveryWeeks"/> is counted from, in both directions.</summary>
    public SlotId Anchor { get; init; } = new(2026, 1);
}
