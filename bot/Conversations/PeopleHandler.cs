using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Who is what in the team. Each button says what it makes of one person, so pressing it twice changes nothing more.</summary>
internal sealed class PeopleHandler(
    Access access, Roster roster, TeamMembership membership, PeopleCards cards, AuditLog audit) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [Cards.Verbs.PeopleShow, Cards.Verbs.PersonShow, Cards.Verbs.PersonSet, Cards.Verbs.PeopleRefresh];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var (administrator, refusal) = await access.AdministratorAsync(caller, action.Team, cancellationToken);
        if (administrator is not { Team: var team, Member: var by })
            return refusal!;

        return action.Verb switch
        {
            Cards.Verbs.PersonShow => await PersonAsync(team, action, null, cancellationToken),
            Cards.Verbs.PersonSet => await SetAsync(team, by.Id, action, cancellationToken),
            Cards.Verbs.PeopleRefresh => await RefreshAsync(team, action.Page, cancellationToken),
            _ => await ListAsync(team, action.Page, null, null, cancellationToken),
        };
    }

    private async Task<ActionReply> SetAsync(Team team, MemberId by, CardAction action, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        if (MemberId.From(action.Member) is not { } id || ActOf(action.About) is not { } act)
            return await ListAsync(team, action.Page, null, texts.PersonGone, cancellationToken);

        var change = await ChangeAsync(team.Id, id, action, cancellationToken);
        switch (change)
        {
            case MemberChange.Unknown:
                return await ListAsync(team, action.Page, null, texts.PersonGone, cancellationToken);
            case MemberChange.Last:
                return await PersonAsync(team, action, action.About == PeopleCards.Head ? texts.ErrorLastHead : texts.ErrorLastAdministrator, cancellationToken);
            case MemberChange.Saved:
                await NoteAsync(team, by, id, act, action, cancellationToken);
                break;
        }

        return await PersonAsync(team, action, null, cancellationToken);
    }

    private Task<MemberChange> ChangeAsync(TeamId team, MemberId id, CardAction action, CancellationToken cancellationToken) => action.About switch
    {
        PeopleCards.Administrator => roster.SetRoleAsync(team, id, Role.Administrator, action.On, cancellationToken),
        PeopleCards.Head => roster.SetRoleAsync(team, id, Role.DepartmentHead, action.On, cancellationToken),
        PeopleCards.Older => roster.SetSeesOlderAsync(team, id, action.On, cancellationToken),
        _ => roster.SetAskedAsync(team, id, action.On, cancellationToken),
    };

    private async Task NoteAsync(Team team, MemberId by, MemberId id, AuditAct act, CardAction action, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var (on, off) = (texts.Yes, texts.No);
        var what = action.About switch
        {
            PeopleCards.Administrator => texts.PersonAdministrator,
            PeopleCards.Head => texts.PersonHead,
            PeopleCards.Older => texts.PersonOlder,
            _ => texts.PersonAsked,
        };
        await audit.WriteAsync(team.Id, new AuditEntry(act, by, what, action.On ? off : on, action.On ? on : off) { About = id }, cancellationToken);
    }

    private static AuditAct? ActOf(string? item) => item switch
    {
        PeopleCards.Administrator or PeopleCards.Head => AuditAct.RoleChanged,
        PeopleCards.Asked => AuditAct.PeopleChanged,
        PeopleCards.Older => AuditAct.PrivacyChanged,
        _ => null,
    };

    private async Task<ActionReply> RefreshAsync(Team team, int page, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        return team.IsInstalled && await membership.RefreshAsync(team, cancellationToken)
            ? await ListAsync(team, page, texts.PeopleRefreshed, null, cancellationToken)
            : await ListAsync(team, page, null, texts.PeopleUnread, cancellationToken);
    }

    private async Task<ActionReply> ListAsync(Team team, int page, string? done, string? problem, CancellationToken cancellationToken) =>
        ActionReply.Show(await cards.ListAsync(team, page, done, problem, cancellationToken));

    private async Task<ActionReply> PersonAsync(Team team, CardAction action, string? problem, CancellationToken cancellationToken) =>
        await cards.PersonAsync(team, MemberId.From(action.Member), action.Page, problem, cancellationToken) is { } card
            ? ActionReply.Show(card)
            : await ListAsync(team, action.Page, null, team.Language.Texts().PersonGone, cancellationToken);
}
