using Azure;
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

    private const string SnoozedUntil = "SnoozedUntil";
    private const string WasReminded = "WasReminded";

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

    /// <summary>Asks them again at that moment, instead of the reminder that others get.</summary>
    public Task SnoozeAsync(RoundId round, MemberId member, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var row = Write(round, member, Participation.Asked);
        row[SnoozedUntil] = until;
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The snoozes of the round that have not been carried out, soonest first.</summary>
    public async Task<List<Snooze>> SnoozesAsync(RoundId round, CancellationToken cancellationToken)
    {
        var partition = round.ToString();
        var snoozes = new List<Snooze>();
        var filter = TableFilter.Create($"PartitionKey eq {partition} and SnoozedUntil gt {DateTimeOffset.UnixEpoch}");
        await foreach (var row in _table.QueryAsync(filter, null, [SnoozedUntil], cancellationToken))
            snoozes.Add(new Snooze(new MemberId(row.RowKey), row.GetDateTimeOffset(SnoozedUntil)!.Value));
        return [.. snoozes.OrderBy(snooze => snooze.Until)];
    }

    /// <summary>The snooze has been carried out: it was this member's reminder.</summary>
    public Task WakeAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        var row = Write(round, member, Participation.Asked);
        row[WasReminded] = true;
        return _table.TryUpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, cancellationToken);
    }

    public Task RemoveAsync(RoundId round, MemberId member, CancellationToken cancellationToken) =>
        _table.TryDeleteEntityAsync(round.ToString(), member.Value, ETag.All, cancellationToken);

    public async Task<int> AskedAsync(RoundId round, CancellationToken cancellationToken) => (await AllAsync(round, cancellationToken)).Count;

    /// <summary>Those to remind: asked, and neither answered nor put aside, for good or for a while.</summary>
    public async Task<HashSet<MemberId>> ToRemindAsync(RoundId round, CancellationToken cancellationToken)
    {
        var (partition, asked) = (round.ToString(), new List<MemberId>());
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {partition}"), null, null, cancellationToken))
        {
            if (Read(row) == Participation.Asked && row.GetDateTimeOffset(SnoozedUntil) is null && row.GetBoolean(WasReminded) is not true)
                asked.Add(new MemberId(row.RowKey));
        }

        return await turnout.MissingAsync(round, asked, cancellationToken);
    }

    public async Task<bool> IsMissingAsync(RoundId round, MemberId member, CancellationToken cancellationToken) =>
        await FindAsync(round, member, cancellationToken) == Participation.Asked
        && !await turnout.HasAnsweredAsync(round, member, cancellationToken);

    public Task<int> DeleteAsync(RoundId round, CancellationToken cancellationToken) =>
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

/// <summary>Somebody who wants to be asked again at that moment.</summary>
internal sealed record Snooze(MemberId Member, DateTimeOffset Until);
