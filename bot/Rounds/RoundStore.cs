using System.Text.Json;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>What became of every slot. Table <c>Rounds</c>: partition the team, row the slot, so the first insert wins.</summary>
internal sealed class RoundStore(TableServiceClient tables, TimeProvider time)
{
    public const string TableName = "Rounds";

    private readonly TableClient _table = tables.GetTableClient(TableName);
    private readonly Recent<RoundId, Round> _recent = new(TimeSpan.FromSeconds(2), time);

    public async Task<Round?> FindAsync(RoundId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(id.Team.ToString(), id.Slot.ToString(), null, cancellationToken);
        return row is null ? null : Read(id.Team, row);
    }

    /// <summary>As it was at most two seconds ago, should another instance have moved it on since.</summary>
    public async Task<Round?> FindRecentAsync(RoundId id, CancellationToken cancellationToken)
    {
        if (_recent.Find(id) is { } known)
            return known;
        if (await FindAsync(id, cancellationToken) is not { } round)
            return null;

        _recent.Remember(id, round);
        return round;
    }

    /// <summary>The team's slots so far, oldest first.</summary>
    public async Task<List<Round>> AllAsync(TeamId team, CancellationToken cancellationToken)
    {
        var partition = team.ToString();
        var rounds = new List<Round>();
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {partition}"), null, null, cancellationToken))
            rounds.Add(Read(team, row));
        return rounds;
    }

    /// <summary>The one round that is open; null when none is.</summary>
    public async Task<Round?> OpenAsync(TeamId team, CancellationToken cancellationToken) =>
        (await AllAsync(team, cancellationToken)).Find(round => round.IsOpen);

    /// <summary>False when the slot has been taken already, by whatever instance.</summary>
    public Task<bool> TryAddAsync(Round round, CancellationToken cancellationToken) =>
        _table.TryAddEntityAsync(Write(round), cancellationToken);

    /// <summary>False when the round has changed since it was read.</summary>
    public async Task<bool> TryUpdateAsync(Round round, CancellationToken cancellationToken)
    {
        var updated = await _table.TryUpdateEntityAsync(Write(round), round.ETag, TableUpdateMode.Replace, cancellationToken);
        _recent.Forget(round.Id);
        return updated;
    }

    public Task DeleteAsync(TeamId team, CancellationToken cancellationToken) =>
        _table.DeletePartitionAsync(team.ToString(), cancellationToken);

    private static TableEntity Write(Round round) => new(round.Id.Team.ToString(), round.Id.Slot.ToString())
    {
        ["State"] = round.State.ToString(),
        ["OpensAt"] = round.OpensAt,
        ["RemindsAt"] = round.RemindsAt,
        ["ClosesAt"] = round.ClosesAt,
        ["OpenedAt"] = round.OpenedAt,
        ["ClosedAt"] = round.ClosedAt,
        ["Question"] = round.Question is { } asked ? JsonSerializer.Serialize(asked, RoundJson.Default.AskedQuestion) : null,
        ["Threshold"] = round.Threshold,
        ["OffersNamed"] = round.OffersNamed,
        ["Heads"] = string.Join(',', round.Heads),
        ["Shares"] = round.Shares.ToString(),
        ["HeadsChanged"] = round.HeadsChanged,
        ["IsSent"] = round.IsSent,
        ["IsReminded"] = round.IsReminded,
        ["IsPurged"] = round.IsPurged,
        ["Reason"] = round.Reason,
    };

    private static Round Read(TeamId team, TableEntity row) => new()
    {
        Id = new RoundId(team, SlotId.Parse(row.RowKey)),
        State = Enum.Parse<RoundState>(row.GetString("State")!),
        OpensAt = row.GetDateTimeOffset("OpensAt")!.Value,
        RemindsAt = row.GetDateTimeOffset("RemindsAt"),
        ClosesAt = row.GetDateTimeOffset("ClosesAt")!.Value,
        OpenedAt = row.GetDateTimeOffset("OpenedAt"),
        ClosedAt = row.GetDateTimeOffset("ClosedAt"),
        Question = row.GetString("Question") is { } asked ? JsonSerializer.Deserialize(asked, RoundJson.Default.AskedQuestion) : null,
        Threshold = row.GetInt32("Threshold") ?? 0,
        OffersNamed = row.GetBoolean("OffersNamed") ?? true,
        Heads = [.. (row.GetString("Heads") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(head => new MemberId(head))],
        Shares = Enum.TryParse<SummarySharing>(row.GetString("Shares"), out var shares) ? shares : SummarySharing.No,
        HeadsChanged = row.GetBoolean("HeadsChanged") ?? false,
        IsSent = row.GetBoolean("IsSent") ?? false,
        IsReminded = row.GetBoolean("IsReminded") ?? false,
        IsPurged = row.GetBoolean("IsPurged") ?? false,
        Reason = row.GetString("Reason"),
        ETag = row.ETag,
    };
}
