using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>
/// Who was asked in a round and whether they took part - never what they answered. Table <c>Participation</c>:
/// partition the round, row the member.
/// </summary>
internal sealed class ParticipationStore(TableServiceClient tables)
{
    public const string TableName = "Participation";

    private readonly TableClient _table = tables.GetTableClient(TableName);

    /// <summary>Those already noted keep their state.</summary>
    public Task AskAsync(RoundId round, IEnumerable<MemberId> members, CancellationToken cancellationToken) =>
        _table.AddMissingAsync(members.Select(member => Write(round, member, Participation.Asked)), cancellationToken);

    public async Task<Dictionary<MemberId, Participation>> AllAsync(RoundId round, CancellationToken cancellationToken)
    {
        var partition = round.ToString();
        var all = new Dictionary<MemberId, Participation>();
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {partition}"), null, null, cancellationToken))
            all.Add(new MemberId(row.RowKey), Read(row));
        return all;
    }

    /// <summary>Null for somebody who was not asked.</summary>
    public async Task<Participation?> FindAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(round.ToString(), member.Value, null, cancellationToken);
        return row is null ? null : Read(row);
    }

    public Task SetAsync(RoundId round, MemberId member, Participation state, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(Write(round, member, state), TableUpdateMode.Replace, cancellationToken);

    public async Task<ParticipationCount> CountAsync(RoundId round, CancellationToken cancellationToken)
    {
        var all = await AllAsync(round, cancellationToken);
        return new ParticipationCount(all.Values.Count(state => state == Participation.Answered), all.Count);
    }

    public Task DeleteAsync(RoundId round, CancellationToken cancellationToken) =>
        _table.DeletePartitionAsync(round.ToString(), cancellationToken);

    private static TableEntity Write(RoundId round, MemberId member, Participation state) =>
        new(round.ToString(), member.Value) { ["State"] = state.ToString() };

    private static Participation Read(TableEntity row) => Enum.Parse<Participation>(row.GetString("State")!);
}

internal enum Participation
{
    Asked,
    Answered,
    Skipped,
}

/// <summary>The one thing about an open round that may be shown: how many of how many.</summary>
internal sealed record ParticipationCount(int Answered, int Asked);
