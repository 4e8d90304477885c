namespace ReflectionBot.Teams;

/// <summary>Who may see an answer; its writer chooses, each time.</summary>
internal enum Visibility
{
    Anonymous,
    Named,

    /// <summary>Counts as taking part and is seen by nobody else.</summary>
    Private,
}
