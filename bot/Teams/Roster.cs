namespace ReflectionBot.Teams;

/// <summary>Keeps a team's members in step with Teams. Every event may come twice, out of order, or without names.</summary>
internal sealed class Roster(RosterStore store, TimeProvider time)
{
    /// <summary>
    /// Takes the whole roster as the truth: newcomers become leaders, those missing have left, roles stay.
    /// An administrator is the one who added the bot, whenever that becomes known.
    /// </summary>
    public async Task ReplaceAsync(
        TeamId team, IReadOnlyCollection<RosterEntry> present, MemberId? administrator, CancellationToken cancellationToken)
    {
        var known = (await store.MembersAsync(team, cancellationToken)).ToDictionary(member => member.Id);
        var entries = present.DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id);
        var changed = new List<Member>();
        foreach (var entry in entries.Values)
        {
            var before = known.GetValueOrDefault(entry.Id);
            var now = Merge(team, before, entry, entry.Id == administrator);
            if (now != before)
                changed.Add(now);
        }

        changed.AddRange(known.Values
            .Where(member => member.IsPresent && !entries.ContainsKey(member.Id))
            .Select(member => member with { IsPresent = false, LeftAt = time.GetUtcNow() }));
        await store.SaveAsync(team, changed, cancellationToken);
    }

    public async Task AddAsync(TeamId team, RosterEntry entry, bool isAdministrator, CancellationToken cancellationToken)
    {
        var before = await store.FindAsync(team, entry.Id, cancellationToken);
        var now = Merge(team, before, entry, isAdministrator);
        if (now != before)
            await store.SaveAsync(team, [now], cancellationToken);
    }

    public async Task RemoveAsync(TeamId team, MemberId member, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(team, member, cancellationToken) is { IsPresent: true } present)
            await store.SaveAsync(team, [present with { IsPresent = false, LeftAt = time.GetUtcNow() }], cancellationToken);
    }

    /// <summary>Makes exactly these members the department heads; the others keep what else they are.</summary>
    public async Task SetHeadsAsync(TeamId team, IReadOnlySet<MemberId> heads, CancellationToken cancellationToken)
    {
        var members = await store.MembersAsync(team, cancellationToken);
        var changed = members
            .Select(member => (Before: member, Now: WithRole(member, Role.DepartmentHead, heads.Contains(member.Id))))
            .Where(pair => pair.Before != pair.Now)
            .Select(pair => pair.Now);
        await store.SaveAsync(team, [.. changed], cancellationToken);
    }

    /// <summary>Gives or takes a role. The last administrator and the last department head keep theirs.</summary>
    public Task<MemberChange> SetRoleAsync(TeamId team, MemberId member, Role role, bool on, CancellationToken cancellationToken) =>
        ChangeAsync(team, member, now => WithRole(now, role, on), on ? Role.None : role, cancellationToken);

    /// <summary>Asks this person, or does not, whatever their roles say.</summary>
    public Task<MemberChange> SetAskedAsync(TeamId team, MemberId member, bool on, CancellationToken cancellationToken) =>
        ChangeAsync(team, member, now => now with { IsAsked = on }, Role.None, cancellationToken);

    /// <summary>Opens the rounds from before their time to a department head, or closes them again.</summary>
    public Task<MemberChange> SetSeesOlderAsync(TeamId team, MemberId member, bool on, CancellationToken cancellationToken) =>
        ChangeAsync(team, member, now => now with { SeesOlder = on && now.Is(Role.DepartmentHead) }, Role.None, cancellationToken);

    /// <summary>Changes a person's own choices in every team they are or were in.</summary>
    public async Task ChooseAsync(string tenant, MemberId id, Func<OwnChoices, OwnChoices> change, CancellationToken cancellationToken)
    {
        foreach (var team in await store.TeamsOfAsync(tenant, id, cancellationToken))
        {
            while (await store.FindAsync(team, id, cancellationToken) is { } member && change(member.Own) is var own && own != member.Own)
            {
                var changed = member with { Own = own };
                if (await store.TryUpdateAsync([changed.KeepsName ? changed : changed with { Name = null }], cancellationToken))
                    break;
            }
        }
    }

    // Whoever else has the role is written along, unchanged: two who take it from each other at once cannot both succeed.
    private async Task<MemberChange> ChangeAsync(
        TeamId team, MemberId id, Func<Member, Member> change, Role taken, CancellationToken cancellationToken)
    {
        while (true)
        {
            var members = await store.MembersAsync(team, cancellationToken);
            if (members.Find(member => member.Id == id && member.IsPresent) is not { } before)
                return MemberChange.Unknown;

            var now = change(before);
            var other = taken == Role.None ? null : members.Find(member => member.Id != id && member.Is(taken));
            if (now == before)
                return MemberChange.None;
            if (taken != Role.None && other is null)
                return MemberChange.Last;
            if (await store.TryUpdateAsync(other is null ? [now] : [now, other], cancellationToken))
                return MemberChange.Saved;
        }
    }

    // Who stops being head and becomes it again starts afresh: what was opened to them once is not open for good.
    private static Member WithRole(Member member, Role role, bool on) => on
        ? member with { Roles = member.Roles | role }
        : member with { Roles = member.Roles & ~role, SeesOlder = member.SeesOlder && role != Role.DepartmentHead };

    private static Member Merge(TeamId team, Member? before, RosterEntry entry, bool isAdministrator)
    {
        var member = before ?? new Member { Team = team, Id = entry.Id, UserId = entry.UserId };
        var now = member with
        {
            UserId = entry.UserId,
            Name = entry.Name ?? member.Name,
            IsPresent = true,
            LeftAt = null,
            Roles = isAdministrator ? member.Roles | Role.Administrator : member.Roles,
        };
        return now.KeepsName ? now : now with { Name = null };
    }
}

/// <summary>What became of a change to one member.</summary>
internal enum MemberChange
{
    Saved,

    /// <summary>It was so already.</summary>
    None,

    /// <summary>Not a member, or no longer.</summary>
    Unknown,

    /// <summary>Nobody else has the role.</summary>
    Last,
}

/// <summary>A person as Teams' roster shows them: only the ids are certain.</summary>
internal sealed record RosterEntry(MemberId Id, string UserId, string? Name);
