namespace ReflectionBot.Teams;

/// <summary>What a member is to the bot. Nobody is asked or told anything for being in the Teams team alone.</summary>
[Flags]
internal enum Role
{
    None = 0,

    /// <summary>Is asked the question of each round.</summary>
    Leader = 1,

    /// <summary>Gets the summary; is asked too only where the team has chosen so.</summary>
    DepartmentHead = 2,

    /// <summary>Sets up the week.</summary>
    Administrator = 4,
}
