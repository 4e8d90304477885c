using ReflectionBot.Cards.Texts;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Setting up the week: form, review, save. Nothing is kept until it is saved, and then all of it.</summary>
internal sealed class SetupHandler(
    Access access, TeamStore teams, RosterStore roster, Roster members, RoundStore rounds, RoundPlanner planner,
    DeskCards desk, TeamChanges changes, TimeProvider time) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [Cards.Verbs.SetupOpen, Cards.Verbs.SetupReview, Cards.Verbs.SetupEdit, Cards.Verbs.SetupSave];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(caller, action.Team, cancellationToken) is not { } membership)
            return ActionReply.Say(CardTexts.Danish.Refused);
        if (!membership.Member.Is(Role.Administrator))
            return ActionReply.Say(await access.OnlyAdministratorAsync(membership.Team, cancellationToken));

        var team = membership.Team;
        if (!team.IsInstalled)
            return ActionReply.Show(await desk.RenderAsync(team, null, null, cancellationToken));

        var known = await roster.MembersAsync(team.Id, cancellationToken);
        if (action.Verb is Cards.Verbs.SetupOpen)
            return ActionReply.Show(SetupCards.Form(team, known, SetupCards.FormOf(team, known), []));

        var reader = new SetupReader(action.Setup, known, membership.Texts);
        return action.Verb is Cards.Verbs.SetupEdit || reader.Read() is not { } settings
            ? ActionReply.Show(SetupCards.Form(team, known, action.Setup, reader.Problems))
            : await AcceptAsync(team, known, settings, action, cancellationToken);
    }

    private async Task<ActionReply> AcceptAsync(
        Team team, List<Member> known, TeamSettings settings, CardAction action, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        if (action.Verb is Cards.Verbs.SetupReview)
        {
            var changed = With(team, settings, past);
            var coming = planner.From(changed, past, time.GetUtcNow());
            return ActionReply.Show(SetupCards.Review(changed, known, settings, action.Setup, coming));
        }

        await members.SetHeadsAsync(team.Id, settings.Heads, cancellationToken);
        var saved = await teams.ChangeAsync(team.Id, now => With(now, settings, past), cancellationToken);
        changes.Raise(team.Id);
        return ActionReply.Show(await desk.RenderAsync(saved ?? team, saved?.Language.Texts().DeskSaved, null, cancellationToken));
    }

    // Slots before this moment are not missed ones: nobody was promised them.
    private Team With(Team team, TeamSettings settings, List<Round> past)
    {
        var now = time.GetUtcNow();
        var changed = team with
        {
            Schedule = settings.Schedule with { Anchor = team.Schedule.Anchor },
            Language = settings.Language,
            HeadsAnswer = settings.HeadsAnswer,
            RunsFrom = now,
        };
        return team.RunsFrom is not null && team.Schedule.EveryWeeks == settings.Schedule.EveryWeeks
            ? changed
            : changed with { Schedule = changed.Schedule with { Anchor = planner.NextWeek(changed, past, now) } };
    }
}
