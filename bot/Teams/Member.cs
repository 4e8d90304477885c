using Azure;

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

    /// <summary>False for somebody who has left the team; their row stays, so that coming back changes nothing.</summary>
    public bool IsPresent { get; init; } = true;

    /// <summary>The row as it was read; a member who is not stored yet has none.</summary>
    public ETag ETag { get; init; }

    public bool Is(Role role) => IsPresent && Roles.HasFlag(role);
}
