using Microsoft.Extensions.Options;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>
/// Who may do what, decided from the sender alone. Somebody outside the team learns nothing, not even that it exists.
/// </summary>
internal sealed class Access(TeamStore teams, RosterStore roster, IOptions<Organisation> organisation)
{
    /// <summary>The team and the caller's place in it; null for anyone who is not a member.</summary>
    public Task<Membership?> FindAsync(Caller caller, string? thread, CancellationToken cancellationToken) =>
        FindAsync(caller, thread, teams.FindAsync, cancellationToken);

    /// <summary>The same with the team as it was a moment ago: for what changes nothing of the team's.</summary>
    public Task<Membership?> FindRecentAsync(Caller caller, string? thread, CancellationToken cancellationToken) =>
        FindAsync(caller, thread, teams.FindRecentAsync, cancellationToken);

    private async Task<Membership?> FindAsync(
        Caller caller, string? thread, Func<TeamId, CancellationToken, Task<Team?>> find, CancellationToken cancellationToken)
    {
        if (TeamId.From(caller.Tenant, thread) is not { } id
            || await find(id, cancellationToken) is not { } team
            || Administering(id, caller, await roster.FindAsync(id, caller.Member, cancellationToken)) is not { IsPresent: true } member)
            return null;
        return new Membership(team, member);
    }

    /// <summary>The team, for one of its administrators; for anybody else what to answer instead.</summary>
    public async Task<(Membership? Administrator, ActionReply? Refusal)> AdministratorAsync(
        Caller caller, string? thread, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, thread, cancellationToken) is not { } membership)
            return (null, ActionReply.Say(CardTexts.Danish.Refused));
        if (!membership.Member.Is(Role.Administrator))
            return (null, ActionReply.Say(await OnlyAdministratorAsync(membership.Team, cancellationToken)));
        return (membership, null);
    }

    /// <summary>Every team the caller administers, by name; for the organisation's administrators, all of their tenant.</summary>
    public async Task<List<Membership>> AdministeredAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (!organisation.Value.IsAdministrator(caller.Member))
            return [.. (await AllAsync(caller, cancellationToken)).Where(one => one.Member.Is(Role.Administrator))];

        var all = await teams.OfTenantAsync(caller.Tenant, cancellationToken);
        return [.. all.Select(team => new Membership(team, Administering(team.Id, caller, null)!)).OrderBy(one => one.Team.Name, CardTexts.Danish.Alphabet)];
    }

    // Named in the configuration: an administrator of every team, without being on its roster.
    private Member? Administering(TeamId team, Caller caller, Member? member)
    {
        if (!organisation.Value.IsAdministrator(caller.Member))
            return member;
        return member is { IsPresent: true }
            ? member with { Roles = member.Roles | Role.Administrator }
            : new Member { Team = team, Id = caller.Member, UserId = string.Empty, Roles = Role.Administrator };
    }

    /// <summary>Every team the caller is a member of, by name.</summary>
    public async Task<List<Membership>> AllAsync(Caller caller, CancellationToken cancellationToken)
    {
        var found = new List<Membership>();
        foreach (var team in await roster.TeamsOfAsync(caller.Tenant, caller.Member, cancellationToken))
        {
            if (await FindAsync(caller, team.Thread, cancellationToken) is { } membership)
                found.Add(membership);
        }

        return [.. found.OrderBy(membership => membership.Team.Name, CardTexts.Danish.Alphabet)];
    }

    /// <summary>The caller as themselves: their own choices, and the team they are read to by. Somebody who has left every team still has what is theirs.</summary>
    public async Task<Person> PersonAsync(Caller caller, CancellationToken cancellationToken)
    {
        var found = new List<(Team Team, Member Member)>();
        foreach (var id in await roster.TeamsOfAsync(caller.Tenant, caller.Member, cancellationToken))
        {
            if (await teams.FindAsync(id, cancellationToken) is { } team && await roster.FindAsync(id, caller.Member, cancellationToken) is { } member)
                found.Add((team, member));
        }

        return found.OrderByDescending(one => one.Member.IsPresent).ThenBy(one => one.Team.Name, CardTexts.Danish.Alphabet).FirstOrDefault() is ({ } first, { } own)
            ? new Person(own.Own, first.For(own))
            : new Person(new OwnChoices(), null);
    }

    /// <summary>A plain refusal that says whom to ask.</summary>
    public async Task<string> OnlyAdministratorAsync(Team team, CancellationToken cancellationToken) =>
        team.Language.Texts().OnlyAdministrator(await NamesAsync(team, Role.Administrator, cancellationToken));

    /// <summary>A plain refusal that says whom to ask.</summary>
    public async Task<string> OnlyHeadAsync(Team team, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var texts = team.Language.Texts();
        return members.Exists(member => member.Is(Role.DepartmentHead))
            ? texts.OnlyHead(Names(members, Role.DepartmentHead, texts))
            : texts.NoHeadYet(Names(members, Role.Administrator, texts));
    }

    public async Task<string> NamesAsync(Team team, Role role, CancellationToken cancellationToken) =>
        Names(await roster.MembersAsync(team.Id, cancellationToken), role, team.Language.Texts());

    private static string Names(IEnumerable<Member> members, Role role, CardTexts texts)
    {
        List<string> names = [.. members.Where(member => member.Is(role)).Select(member => member.Name).OfType<string>().Order(texts.Alphabet)];
        return names.Count > 0 ? texts.List(names) : texts.SomebodyElse;
    }
}

/// <summary>The caller in one of their teams.</summary>
internal sealed record Membership(Team Team, Member Member)
{
    /// <summary>The team as this member reads it, for what is shown to them alone.</summary>
    public Team Reader => Team.For(Member);

    public CardTexts Texts => Reader.Language.Texts();
}

/// <summary>Somebody apart from any one team. <c>Team</c> is the first of theirs as they read it; null for somebody who is in none.</summary>
internal sealed record Person(OwnChoices Own, Team? Team)
{
    public CardTexts Texts => (Team?.Language ?? Own.Language ?? Language.Danish).Texts();

    /// <summary>By the team's clock; in no team, by that of Coordinated Universal Time.</summary>
    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime((Team?.Local(instant) ?? instant).Date);
}
