using System.Runtime.CompilerServices;
using Azure;
using ReflectionBot.Rounds;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>
/// The answers of rounds that are open. Table <c>Answers</c>: partition the round; rows <c>!key</c> (the round's secret,
/// or after closing the mark that it was destroyed), <c>!open</c> (there as long as answers are taken), and one row per
/// answer under its pseudonym; of a private answer only that there is one. Every write touches <c>!open</c> in the same
/// transaction, so nothing slips in after the seal.
/// </summary>
internal sealed class AnswerStore(TableServiceClient tables, TimeProvider time) : ITurnout
{
    public const string TableName = "Answers";

    private const string KeyRow = "!key";
    private const string OpenRow = "!open";
    private const string FirstPseudonym = "0";

    private readonly TableClient _table = tables.GetTableClient(TableName);

    // An instance may hold the key of a round that closed on another for this long; the answers are gone within that time too.
    private readonly Recent<RoundId, RoundKey> _keys = new(TimeSpan.FromMinutes(1), time);

    /// <summary>One write for a first answer, two for a later one.</summary>
    public async Task<Saved> SaveAsync(RoundId round, MemberId member, Answer answer, CancellationToken cancellationToken)
    {
        if (await KeyAsync(round, create: true, cancellationToken) is not { } key)
            return Saved.Sealed;

        var row = Write(round, key.PseudonymOf(member), answer);
        if (await _table.TrySubmitTransactionAsync([StillOpen(round), new(TableTransactionActionType.Add, row)], cancellationToken))
            return Saved.First;

        var replaced = await _table.TrySubmitTransactionAsync([StillOpen(round), new(TableTransactionActionType.UpsertReplace, row)], cancellationToken);
        return replaced ? Saved.InPlace : Saved.Sealed;
    }

    /// <summary>A member's own answer while the round is open; of a private one, only that it is there.</summary>
    public async Task<Answer?> FindAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        if (await KeyAsync(round, create: false, cancellationToken) is not { } key)
            return null;

        var row = await _table.GetEntityIfExistsAsync(round.ToString(), key.PseudonymOf(member), null, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<bool> HasAnsweredAsync(RoundId round, MemberId member, CancellationToken cancellationToken) =>
        await FindAsync(round, member, cancellationToken) is not null;

    public async Task<HashSet<MemberId>> MissingAsync(RoundId round, IEnumerable<MemberId> among, CancellationToken cancellationToken)
    {
        if (await KeyAsync(round, create: true, cancellationToken) is not { } key)
            return [];

        var there = await PseudonymsAsync(round, cancellationToken);
        return [.. among.Where(member => !there.Contains(key.PseudonymOf(member)))];
    }

    public async Task<int> CountAsync(RoundId round, CancellationToken cancellationToken) =>
        (await PseudonymsAsync(round, cancellationToken)).Count;

    /// <summary>Takes a member's answer back while the round is open, as if it had never been given.</summary>
    public async Task RemoveAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        if (await KeyAsync(round, create: false, cancellationToken) is { } key)
            await _table.TryDeleteEntityAsync(round.ToString(), key.PseudonymOf(member), ETag.All, cancellationToken);
    }

    /// <summary>Destroys the key and takes no more answers. Safe to repeat.</summary>
    public async Task SealAsync(RoundId round, CancellationToken cancellationToken)
    {
        var sealedMark = new TableEntity(round.ToString(), KeyRow);
        await _table.UpsertEntityAsync(sealedMark, TableUpdateMode.Replace, cancellationToken);
        await _table.TryDeleteEntityAsync(round.ToString(), OpenRow, ETag.All, cancellationToken);
        _keys.Forget(round);
    }

    /// <summary>Every answer of a sealed round, one page of them in memory at a time. Only the anonymity gate may ask.</summary>
    public async IAsyncEnumerable<Answer> AllAsync(RoundId round, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync(AnswersOf(round), null, null, cancellationToken))
            yield return Read(row);
    }

    /// <summary>The same without texts and names, which are not even fetched.</summary>
    public async Task<List<Answer>> NumbersAsync(RoundId round, CancellationToken cancellationToken)
    {
        var answers = new List<Answer>();
        await foreach (var row in _table.QueryAsync(AnswersOf(round), null, ["Value", "Visibility"], cancellationToken))
            answers.Add(Read(row));
        return answers;
    }

    /// <summary>
    /// Removes the answers, which live on in the frozen summary alone. The seal stands all the while: were it gone for
    /// a moment, a late answer would make a new key and be saved after all.
    /// </summary>
    public Task ClearAsync(RoundId round, CancellationToken cancellationToken) =>
        _table.DeleteWhereAsync(AnswersOf(round), cancellationToken);

    public Task DeleteAsync(RoundId round, CancellationToken cancellationToken) =>
        _table.DeletePartitionAsync(round.ToString(), cancellationToken);

    private async Task<HashSet<string>> PseudonymsAsync(RoundId round, CancellationToken cancellationToken)
    {
        var pseudonyms = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in _table.QueryAsync(AnswersOf(round), null, ["RowKey"], cancellationToken))
            pseudonyms.Add(row.RowKey);
        return pseudonyms;
    }

    private async Task<RoundKey?> KeyAsync(RoundId round, bool create, CancellationToken cancellationToken)
    {
        if (_keys.Find(round) is { } known)
            return known;

        var row = await _table.GetEntityIfExistsAsync(round.ToString(), KeyRow, null, cancellationToken);
        if (row is null && create)
        {
            await CreateKeyAsync(round, cancellationToken);
            row = await _table.GetEntityIfExistsAsync(round.ToString(), KeyRow, null, cancellationToken);
        }

        if (row?.GetBinary("Secret") is not { } secret)
            return null;

        var key = new RoundKey(secret);
        _keys.Remember(round, key);
        return key;
    }

    // With the first answer, not with the round: the first insert wins, and a sealed round's mark stands in the way.
    private Task<bool> CreateKeyAsync(RoundId round, CancellationToken cancellationToken) =>
        _table.TrySubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity(round.ToString(), KeyRow) { ["Secret"] = RoundKey.Create().Secret }),
                new(TableTransactionActionType.Add, new TableEntity(round.ToString(), OpenRow)),
            ],
            cancellationToken);

    private static string AnswersOf(RoundId round)
    {
        var partition = round.ToString();
        return TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {FirstPseudonym}");
    }

    private static TableTransactionAction StillOpen(RoundId round) =>
        new(TableTransactionActionType.UpdateMerge, new TableEntity(round.ToString(), OpenRow), ETag.All);

    private static TableEntity Write(RoundId round, string pseudonym, Answer answer) => answer.Visibility == Visibility.Private
        ? new(round.ToString(), pseudonym) { ["Visibility"] = nameof(Visibility.Private) }
        : new(round.ToString(), pseudonym)
        {
            ["Value"] = answer.Value,
            ["Text"] = answer.Text,
            ["Visibility"] = answer.Visibility.ToString(),
            ["Name"] = answer.Name,
            ["By"] = answer.By?.Value,
        };

    private static Answer Read(TableEntity row) => new(
        row.GetInt32("Value"),
        row.GetString("Text"),
        Enum.Parse<Visibility>(row.GetString("Visibility")!),
        row.GetString("Name"),
        row.GetString("By") is { } by ? new MemberId(by) : null);
}

/// <summary>What became of an answer that was to be saved.</summary>
internal enum Saved
{
    First,
    InPlace,

    /// <summary>Too late; nothing has changed.</summary>
    Sealed,
}
