using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Setting up the week: form, review, save. Nothing is kept until it is saved, and then all of it.</summary>
internal sealed class SetupHandler(
    Access access, RosterStore roster, Roster members, RoundStore rounds, RoundPlanner planner,
    DeskCards desk, SettingsDesk settings, AuditLog audit, TimeProvider time) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [Cards.Verbs.SetupOpen, Cards.Verbs.SetupReview, Cards.Verbs.SetupEdit, Cards.Verbs.SetupSave];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var (administrator, refusal) = await access.AdministratorAsync(caller, action.Team, cancellationToken);
        if (administrator is not { Team: var team, Member: var by })
            return refusal!;
        if (!team.IsInstalled)
            return ActionReply.Show(await desk.RenderAsync(team, null, null, cancellationToken));

        var known = await roster.MembersAsync(team.Id, cancellationToken);
        if (action.Verb is Cards.Verbs.SetupOpen)
            return ActionReply.Show(SetupCards.Form(team, known, SetupCards.FormOf(team, known), []));

        var reader = new SetupReader(action.Setup, known, team.Language.Texts());
        return action.Verb is Cards.Verbs.SetupEdit || reader.Read() is not { } settings
            ? ActionReply.Show(SetupCards.Form(team, known, action.Setup, reader.Problems, action.Seen))
            : await AcceptAsync(team, by.Id, known, settings, action, cancellationToken);
    }

    private async Task<ActionReply> AcceptAsync(
        Team team, MemberId by, List<Member> known, TeamSettings wanted, CardAction action, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        if (action.Verb is Cards.Verbs.SetupReview)
        {
            var changed = With(team, wanted, past);
            var coming = planner.From(changed, past, time.GetUtcNow());
            return ActionReply.Show(SetupCards.Review(changed, known, wanted, action.Setup, coming, action.Seen));
        }

        return await SaveAsync(team, by, known, wanted, past, action, cancellationToken);
    }

    private async Task<ActionReply> SaveAsync(
        Team team, MemberId by, List<Member> known, TeamSettings wanted, List<Round> past, CardAction action, CancellationToken cancellationToken)
    {
        var before = SetupCards.Settings(team, known, team.Language);
        var heads = known.Where(member => member.Is(Role.DepartmentHead)).Select(member => member.Id).ToHashSet();
        var meanwhile = SettingsDesk.Unseen(before, action.Seen);
        if (meanwhile.Count > 0 && !IsDone(team, wanted, past, heads))
            return Moved(team, known, action, meanwhile);

        var outcome = await settings.SaveAsync(
            team.Id, by, AuditAct.ScheduleChanged, seen: null, SettingWords.Schedule, now => With(now, wanted, past), cancellationToken);
        if (!heads.SetEquals(wanted.Heads))
        {
            await members.SetHeadsAsync(team.Id, wanted.Heads, cancellationToken);
            var after = SettingWords.Heads(await roster.MembersAsync(team.Id, cancellationToken), team.Language);
            await audit.WriteAsync(team.Id, new AuditEntry(AuditAct.RoleChanged, by, after.Label, before[^1].Value, after.Value), cancellationToken);
        }

        var saved = outcome.Team ?? team;
        return ActionReply.Show(await desk.RenderAsync(saved, saved.Language.Texts().DeskSaved, null, cancellationToken));
    }

    // The same press again: what it asks for is what is.
    private bool IsDone(Team team, TeamSettings wanted, List<Round> past, HashSet<MemberId> heads) =>
        heads.SetEquals(wanted.Heads)
        && SettingWords.Between(SettingWords.Schedule(team, team.Language), SettingWords.Schedule(With(team, wanted, past), team.Language)).Count == 0;

    private static ActionReply Moved(Team team, List<Member> known, CardAction action, List<Difference> meanwhile)
    {
        var texts = team.Language.Texts();
        var problem = texts.SettingsMoved(texts.List([.. meanwhile.Select(one => one.In(texts))]));
        return ActionReply.Show(SetupCards.Form(team, known, action.Setup, [], null, problem));
    }

    // Slots before this moment are not missed ones: nobody was promised them.
    private Team With(Team team, TeamSettings wanted, List<Round> past)
    {
        var now = time.GetUtcNow();
        var changed = team with
        {
            Schedule = wanted.Schedule with { Anchor = team.Schedule.Anchor },
            Language = wanted.Language,
            HeadsAnswer = wanted.HeadsAnswer,
            RunsFrom = now,
        };
        return team.RunsFrom is not null && team.Schedule.EveryWeeks == wanted.Schedule.EveryWeeks
            ? changed
            : changed with { Schedule = changed.Schedule with { Anchor = planner.NextWeek(changed, past, now) } };
    }
}
