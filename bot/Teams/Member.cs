using Azure;
using ReflectionBot.Questions;

namespace ReflectionBot.Teams;

/// <summary>One person in one team. <c>UserId</c> is the Bot Connector's opaque id (29:...) that messages are sent to.</summary>
internal sealed record Member
{
    public required TeamId Team { get; init; }

    public required MemberId Id { get; init; }

    public required string UserId { get; init; }

    /// <summary>Null where Teams has not told it.</summary>
    public string? Name { get; init; }

    public Role Roles { get; init; } = Role.Leader;

    /// <summary>An administrator's own decision about asking this person; null leaves it to the roles.</summary>
    public bool? IsAsked { get; init; }

    /// <summary>For a department head: whether an administrator has opened the rounds from before their time to them.</summary>
    public bool SeesOlder { get; init; }

    /// <summary>What this person has decided for themselves, alike in all their teams.</summary>
    public OwnChoices Own { get; init; } = new();

    /// <summary>When they left the team; null for somebody who is in it.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>False for somebody who has left the team; their row stays, so that coming back changes nothing.</summary>
    public bool IsPresent { get; init; } = true;

    /// <summary>The row as it was read; a member who is not stored yet has none.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether their name may be stored: who has deleted their data has none, unless others have to be told who leads or administers.</summary>
    public bool KeepsName => !Own.IsStopped || Roles != Role.Leader;

    public bool Is(Role role) => IsPresent && Roles.HasFlag(role);
}

/// <summary>A person's own choices. No administrator sees or changes them.</summary>
internal sealed record OwnChoices
{
    /// <summary>Null follows the team.</summary>
    public Language? Language { get; init; }

    /// <summary>What they chose last, where the next prompt begins.</summary>
    public Visibility Visibility { get; init; }

    public bool NoReminders { get; init; }

    /// <summary>They are asked nothing before this local day.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>They have deleted their data and are asked nothing until they come back; then not even their name is kept.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether there is anything in their journal to look back on.</summary>
    public bool HasJournal { get; init; }

    public bool IsPausedOn(DateOnly day) => PausedUntil is { } until && until > day;
}
