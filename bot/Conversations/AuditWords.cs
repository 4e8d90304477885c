using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>A team's log in words, with the names its people have today.</summary>
internal sealed class AuditWords(RosterStore roster)
{
    public async Task<List<RecordRow>> RowsAsync(Team team, IEnumerable<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var names = await NamesAsync(team, cancellationToken);
        return [.. entries.Select(entry => new RecordRow(Act(entry.Act, texts), [.. Lines(team, entry, names, texts)]))];
    }

    public async Task<Dictionary<MemberId, string>> NamesAsync(Team team, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        return (await roster.MembersAsync(team.Id, cancellationToken)).ToDictionary(member => member.Id, member => PeopleCards.NameOf(member, texts));
    }

    public static string Who(AuditEntry entry, Dictionary<MemberId, string> names, CardTexts texts) =>
        entry.By is { } by ? names.GetValueOrDefault(by, texts.AuditOutsider) : texts.AuditTeams;

    /// <summary>What the line is about; of a person, with the name they have today.</summary>
    public static string? Subject(AuditEntry entry, Dictionary<MemberId, string> names, CardTexts texts) =>
        entry is { About: { } about, Subject: { } what } ? texts.NamedDays(names.GetValueOrDefault(about, texts.SomeLeader), what) : entry.Subject;

    public static string Act(AuditAct act, CardTexts texts) => act switch
    {
        AuditAct.Installed => texts.ActInstalled,
        AuditAct.Removed => texts.ActRemoved,
        AuditAct.RoleChanged => texts.ActRoleChanged,
        AuditAct.ScheduleChanged => texts.ActScheduleChanged,
        AuditAct.CalendarChanged => texts.ActCalendarChanged,
        AuditAct.QuestionsChanged => texts.ActQuestionsChanged,
        AuditAct.PeopleChanged => texts.ActPeopleChanged,
        AuditAct.PrivacyChanged => texts.ActPrivacyChanged,
        AuditAct.Paused => texts.ActPaused,
        AuditAct.Resumed => texts.ActResumed,
        AuditAct.SentNow => texts.ActSentNow,
        AuditAct.ClosedNow => texts.ActClosedNow,
        AuditAct.Exported => texts.ActExported,
        AuditAct.Shared => texts.ActShared,
        _ => texts.ActDeleted,
    };

    private static IEnumerable<string> Lines(Team team, AuditEntry entry, Dictionary<MemberId, string> names, CardTexts texts)
    {
        yield return texts.AuditBy(texts.Moment(team.Local(entry.At)), Who(entry, names, texts));
        if ((Subject(entry, names, texts), entry.From, entry.To) is ({ } subject, { } from, { } to))
            yield return texts.AuditChange(subject, from, to);
        else if ((entry.Subject, entry.To) is ({ } about, { } now))
            yield return texts.AuditSet(about, now);
        else if ((entry.Subject ?? entry.To) is { } only)
            yield return only;
    }
}
