namespace ReflectionBot.Teams;

/// <summary>What was done. Its name is what the log stores.</summary>
internal enum AuditAct
{
    Installed,
    Removed,
    RoleChanged,
    ScheduleChanged,
    CalendarChanged,
    QuestionsChanged,
    PeopleChanged,
    PrivacyChanged,
    Paused,
    Resumed,
    SentNow,
    ClosedNow,
    Exported,
    Shared,
    Deleted,
}

/// <summary>
/// One line of a team's log: who changed what, from what, to what, and when. Settings only, never anything of an answer.
/// <c>Subject</c>, <c>From</c> and <c>To</c> are the words the administrator saw; null where there is nothing to say.
/// </summary>
internal sealed record AuditEntry(AuditAct Act, MemberId? By, string? Subject = null, string? From = null, string? To = null)
{
    /// <summary>The person whose place in the team was changed; their name is looked up when the line is read.</summary>
    public MemberId? About { get; init; }

    public DateTimeOffset At { get; init; }
}
