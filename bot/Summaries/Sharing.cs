using ReflectionBot.Cards;
using ReflectionBot.Rounds;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>With whom a round's summary was shared. Table <c>Summaries</c>: partition the round, row <c>shared-leaders</c> or <c>shared-channel</c>.</summary>
internal sealed class Sharing(TableServiceClient tables, TimeProvider time)
{
    private const string RowPrefix = "shared-";

    private readonly TableClient _table = tables.GetTableClient(SummaryStore.TableName);

    /// <summary>The first share of a kind stands, with its comment, however often it is pressed; it is what comes back.</summary>
    public async Task<Share> AddAsync(RoundId round, string with, MemberId? by, string? comment, CancellationToken cancellationToken)
    {
        var share = new Share(with, by, comment, time.GetUtcNow());
        return await _table.TryAddEntityAsync(Write(round, share), cancellationToken)
            ? share
            : Read((await _table.GetEntityIfExistsAsync(round.ToString(), RowPrefix + with, null, cancellationToken))!);
    }

    public async Task<List<Share>> OfAsync(RoundId round, CancellationToken cancellationToken)
    {
        var partition = round.ToString();
        var shares = new List<Share>();
        var (first, after) = (RowPrefix, RowPrefix + "~");
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {after}"), null, null, cancellationToken))
            shares.Add(Read(row));
        return shares;
    }

    /// <summary>That it was shared stays; who did it, and what they wrote, does not.</summary>
    public async Task ForgetAsync(RoundId round, MemberId by, CancellationToken cancellationToken)
    {
        foreach (var share in (await OfAsync(round, cancellationToken)).Where(share => share.By == by))
            await _table.UpsertEntityAsync(Write(round, share with { By = null, Comment = null }), TableUpdateMode.Replace, cancellationToken);
    }

    private static TableEntity Write(RoundId round, Share share) => new(round.ToString(), RowPrefix + share.With)
    {
        ["By"] = share.By?.Value,
        ["Comment"] = share.Comment,
        ["At"] = share.At,
    };

    private static Share Read(TableEntity row) => new(
        row.RowKey[RowPrefix.Length..],
        row.GetString("By") is { } by ? new MemberId(by) : null,
        row.GetString("Comment"),
        row.GetDateTimeOffset("At")!.Value);
}

/// <summary>
/// <c>With</c> is <see cref="ShareCard.Leaders"/> or <see cref="ShareCard.Channel"/>; <c>By</c> is null where the team's setting
/// shared it; <c>Comment</c> is the head's own.
/// </summary>
internal sealed record Share(string With, MemberId? By, string? Comment, DateTimeOffset At);
