using Azure;
using ReflectionBot.Tables;

namespace ReflectionBot.Teams;

/// <summary>The teams, one row each: table <c>Teams</c>, partition the tenant, row the team's thread id.</summary>
internal sealed class TeamStore(TableServiceClient tables, StorageReady storage, TimeProvider time)
{
    public const string TableName = "Teams";

    private readonly TableClient _table = tables.GetTableClient(TableName);
    private readonly Recent<TeamId, Team> _recent = new(TimeSpan.FromSeconds(2), time);

    /// <summary>Whether the teams can be read at all; false until storage has been reached.</summary>
    public bool IsReady => storage.IsReady;

    public Task ReadyAsync(CancellationToken cancellationToken) => storage.WaitAsync(cancellationToken);

    public async Task<Team?> FindAsync(TeamId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(id.Tenant, id.Thread, null, cancellationToken);
        return row is null ? null : TeamRow.Read(row);
    }

    /// <summary>As it was at most two seconds ago, should another instance have saved it since.</summary>
    public async Task<Team?> FindRecentAsync(TeamId id, CancellationToken cancellationToken)
    {
        if (_recent.Find(id) is { } known)
            return known;
        if (await FindAsync(id, cancellationToken) is not { } team)
            return null;

        _recent.Remember(id, team);
        return team;
    }

    /// <summary>Every team of every tenant.</summary>
    public async Task<List<Team>> AllAsync(CancellationToken cancellationToken)
    {
        var teams = new List<Team>();
        await foreach (var row in _table.QueryAsync(null, null, null, cancellationToken))
            teams.Add(TeamRow.Read(row));
        return teams;
    }

    public async Task<List<Team>> OfTenantAsync(string tenant, CancellationToken cancellationToken)
    {
        var teams = new List<Team>();
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {tenant}"), null, null, cancellationToken))
            teams.Add(TeamRow.Read(row));
        return teams;
    }

    /// <summary>False when the team is there already.</summary>
    public Task<bool> TryAddAsync(Team team, CancellationToken cancellationToken) =>
        _table.TryAddEntityAsync(TeamRow.Write(team), cancellationToken);

    /// <summary>False when somebody else has saved the team since it was read.</summary>
    public async Task<bool> TryUpdateAsync(Team team, CancellationToken cancellationToken)
    {
        var updated = await _table.TryUpdateEntityAsync(TeamRow.Write(team), team.ETag, TableUpdateMode.Replace, cancellationToken);
        _recent.Forget(team.Id);
        return updated;
    }

    /// <summary>Changes the team as it is now, again if somebody else saves it meanwhile. Null when there is no such team.</summary>
    public async Task<Team?> ChangeAsync(TeamId id, Func<Team, Team> change, CancellationToken cancellationToken)
    {
        while (await FindAsync(id, cancellationToken) is { } team)
        {
            var changed = change(team);
            if (changed == team || await TryUpdateAsync(changed, cancellationToken))
                return changed;
        }

        return null;
    }

    public async Task DeleteAsync(TeamId id, CancellationToken cancellationToken)
    {
        await _table.TryDeleteEntityAsync(id.Tenant, id.Thread, ETag.All, cancellationToken);
        _recent.Forget(id);
    }
}
