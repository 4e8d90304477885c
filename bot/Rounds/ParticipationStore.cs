using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>
/// Who was asked in a round, and who put it aside. Table <c>Participation</c>: partition the round, row the member. Nothing is
/// written here when somebody answers, so neither what is stored nor when it was written leads from a person to an answer.
/// </summary>
internal sealed class ParticipationStore(TableServiceClient tables, ITurnout turnout)
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

    public Task SkipAsync(RoundId round, MemberId member, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(Write(round, member, Participation.Skipped), TableUpdateMode.Replace, cancellationToken);

    /// <summary>How an open round stands; of one that is closed, its summary tells.</summary>
    public async Task<ParticipationCount> CountAsync(RoundId round, CancellationToken cancellationToken) =>
        new(await turnout.CountAsync(round, cancellationToken), await AskedAsync(round, cancellationToken));

    public async Task<int> AskedAsync(RoundId round, CancellationToken cancellationToken) => (await AllAsync(round, cancellationToken)).Count;

    /// <summary>Those who were asked and have neither answered nor put the question aside.</summary>
    public async Task<HashSet<MemberId>> MissingAsync(RoundId round, CancellationToken cancellationToken)
    {
        var all = await AllAsync(round, cancellationToken);
        var asked = all.Where(one => one.Value == Participation.Asked).Select(one => one.Key);
        return await turnout.MissingAsync(round, asked, cancellationToken);
    }

    public async Task<bool> IsMissingAsync(RoundId round, MemberId member, CancellationToken cancellationToken) =>
        await FindAsync(round, member, cancellationToken) == Participation.Asked
        && !await turnout.HasAnsweredAsync(round, member, cancellationToken);

    public Task DeleteAsync(RoundId round, CancellationToken cancellationToken) =>
        _table.DeletePartitionAsync(round.ToString(), cancellationToken);

    private static TableEntity Write(RoundId round, MemberId member, Participation state) =>
        new(round.ToString(), member.Value) { ["State"] = state.ToString() };

    private static Participation Read(TableEntity row) => Enum.Parse<Participation>(row.GetString("State")!);
}

internal enum Participation
{
    Asked,
    Skipped,
}

/// <summary>The one thing about an open round that may be shown: how many of how many.</summary>
internal sealed record ParticipationCount(int Answered, int Asked);
