namespace ReflectionBot.Teams;

/// <summary>Keeps a team's members in step with Teams. Every event may come twice, out of order, or without names.</summary>
internal sealed class Roster(RosterStore store)
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
            .Select(member => member with { IsPresent = false }));
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
            await store.SaveAsync(team, [present with { IsPresent = false }], cancellationToken);
    }

    /// <summary>Makes exactly these members the department heads; the others keep what else they are.</summary>
    public async Task SetHeadsAsync(TeamId team, IReadOnlySet<MemberId> heads, CancellationToken cancellationToken)
    {
        var members = await store.MembersAsync(team, cancellationToken);
        var changed = members
            .Select(member => (Before: member, Now: member with { Roles = WithHead(member.Roles, heads.Contains(member.Id)) }))
            .Where(pair => pair.Before != pair.Now)
            .Select(pair => pair.Now);
        await store.SaveAsync(team, [.. changed], cancellationToken);
    }

    private static Role WithHead(Role roles, bool isHead) =>
        isHead ? roles | Role.DepartmentHead : roles & ~Role.DepartmentHead;

    private static Member Merge(TeamId team, Member? before, RosterEntry entry, bool isAdministrator)
    {
        var member = before ?? new Member { Team = team, Id = entry.Id, UserId = entry.UserId };
        return member with
        {
            UserId = entry.UserId,
            Name = entry.Name ?? member.Name,
            IsPresent = true,
            Roles = isAdministrator ? member.Roles | Role.Administrator : member.Roles,
        };
    }
}

/// <summary>A person as Teams' roster shows them: only the ids are certain.</summary>
internal sealed record RosterEntry(MemberId Id, string UserId, string? Name);
