using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using ReflectionBot.Cards;
using ReflectionBot.Rounds;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// Frozen summaries. Table <c>Summaries</c>: partition the round, row <c>summary</c>, and a row per text under the name of the
/// attempt that wrote it and a random number, which is the order they are read in for good. The summary's row is written last
/// and only once: it says whose texts count, so two instances that freeze at once cannot mix their orders.
/// </summary>
internal sealed class SummaryStore(TableServiceClient tables)
{
    public const string TableName = "Summaries";

    private const string SummaryRow = "summary";
    private const string FirstText = "text-";
    private const string AfterLastText = "text-~";
    private const int RandomBytes = 8;
    private const int TextsInATransaction = 50;

    private readonly TableClient _table = tables.GetTableClient(TableName);

    /// <summary>Keeps the first summary of a round with the texts that belong to it; a second one changes nothing.</summary>
    public async Task FreezeAsync(RoundId round, Summary summary, IAsyncEnumerable<Voice> voices, CancellationToken cancellationToken)
    {
        var attempt = Random();
        var words = new RecurringWords();
        var batch = new List<TableTransactionAction>(TextsInATransaction);
        await foreach (var voice in voices.WithCancellation(cancellationToken))
        {
            words.Add(voice.Text);
            batch.Add(new(TableTransactionActionType.Add, Write(round, attempt, voice)));
            if (batch.Count == TextsInATransaction)
                await FlushAsync(batch, cancellationToken);
        }

        await FlushAsync(batch, cancellationToken);
        var whole = summary with { Words = summary.Hidden == Hidden.Nothing ? words.Top() : [] };
        await _table.TryAddEntityAsync(Write(round, whole, attempt), cancellationToken);
        await TidyAsync(round, cancellationToken);
    }

    public async Task<Summary?> FindAsync(RoundId round, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(round.ToString(), SummaryRow, null, cancellationToken);
        return row is null ? null : Read(row);
    }

    /// <summary>Every summary of the team, by slot.</summary>
    public async Task<Dictionary<SlotId, Summary>> OfTeamAsync(TeamId team, CancellationToken cancellationToken)
    {
        var (first, after) = (team + "|", team + "}");
        var all = new Dictionary<SlotId, Summary>();
        var filter = TableFilter.Create($"PartitionKey ge {first} and PartitionKey lt {after} and RowKey eq {SummaryRow}");
        await foreach (var row in _table.QueryAsync(filter, null, null, cancellationToken))
            all[SlotId.Parse(row.PartitionKey[first.Length..])] = Read(row);
        return all;
    }

    /// <summary>The sizes of the texts as a card sends them, in their order.</summary>
    public async Task<List<TextPlace>> PlacesAsync(RoundId round, CancellationToken cancellationToken)
    {
        var places = new List<TextPlace>();
        if (await TextsOfAsync(round, cancellationToken) is not { } texts)
            return places;
        await foreach (var row in _table.QueryAsync(texts, null, ["Size"], cancellationToken))
            places.Add(new TextPlace(row.RowKey, row.GetInt32("Size") ?? 0));
        return places;
    }

    /// <summary>The texts from one place to another, both included, in their order.</summary>
    public async Task<List<Voice>> VoicesAsync(RoundId round, TextPlace first, TextPlace last, CancellationToken cancellationToken)
    {
        var partition = round.ToString();
        var voices = new List<Voice>();
        var filter = TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {first.Key} and RowKey le {last.Key}");
        await foreach (var row in _table.QueryAsync(filter, null, null, cancellationToken))
            voices.Add(new Voice(row.GetString("Text")!, row.GetString("Name")));
        return voices;
    }

    /// <summary>All texts, a page of them in memory at a time.</summary>
    public async IAsyncEnumerable<Voice> VoicesAsync(RoundId round, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await TextsOfAsync(round, cancellationToken) is not { } texts)
            yield break;
        await foreach (var row in _table.QueryAsync(texts, null, null, cancellationToken))
            yield return new Voice(row.GetString("Text")!, row.GetString("Name"));
    }

    /// <summary>The texts that this person gave by name.</summary>
    public async Task<List<string>> NamedAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        var (partition, by) = (round.ToString(), member.Value);
        var texts = new List<string>();
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {FirstText} and RowKey lt {AfterLastText} and By eq {by}"), null, ["Text"], cancellationToken))
            texts.Add(row.GetString("Text")!);
        return texts;
    }

    /// <summary>Takes out the texts that this person gave by name. Nothing else changes: of the anonymous ones nobody knows whose they are.</summary>
    public Task RemoveNamedAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        var (partition, by) = (round.ToString(), member.Value);
        return _table.DeleteWhereAsync(TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {FirstText} and RowKey lt {AfterLastText} and By eq {by}"), cancellationToken);
    }

    public Task<int> DeleteAsync(RoundId round, CancellationToken cancellationToken) =>
        _table.DeletePartitionAsync(round.ToString(), cancellationToken);

    private async Task FlushAsync(List<TableTransactionAction> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 0)
            await _table.SubmitTransactionAsync(batch, cancellationToken);
        batch.Clear();
    }

    // What an attempt wrote that was cut short, or came second, is nobody's.
    private async Task TidyAsync(RoundId round, CancellationToken cancellationToken)
    {
        if (await AttemptAsync(round, cancellationToken) is not { } attempt)
            return;
        var partition = round.ToString();
        var (ours, after) = (TextRow(attempt), AfterTexts(attempt));
        await _table.DeleteWhereAsync(TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {FirstText} and RowKey lt {ours}"), cancellationToken);
        await _table.DeleteWhereAsync(TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {after} and RowKey lt {AfterLastText}"), cancellationToken);
    }

    private async Task<string?> TextsOfAsync(RoundId round, CancellationToken cancellationToken)
    {
        if (await AttemptAsync(round, cancellationToken) is not { } attempt)
            return null;
        var partition = round.ToString();
        var (first, after) = (TextRow(attempt), AfterTexts(attempt));
        return TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {after}");
    }

    private async Task<string?> AttemptAsync(RoundId round, CancellationToken cancellationToken) =>
        (await _table.GetEntityIfExistsAsync(round.ToString(), SummaryRow, ["Attempt"], cancellationToken))?.GetString("Attempt");

    private static string TextRow(string attempt) => FirstText + attempt;

    private static string AfterTexts(string attempt) => TextRow(attempt) + "~";

    private static string Random() => RandomNumberGenerator.GetHexString(2 * RandomBytes, lowercase: true);

    private static TableEntity Write(RoundId round, string attempt, Voice voice) => new(round.ToString(), TextRow(attempt) + "-" + Random())
    {
        ["Text"] = voice.Text,
        ["Name"] = voice.Name,
        ["By"] = voice.By?.Value,
        ["Size"] = SentSize.Of(voice.Text) + SentSize.Of(voice.Name ?? string.Empty),
    };

    private static TableEntity Write(RoundId round, Summary summary, string attempt) => new(round.ToString(), SummaryRow)
    {
        ["Attempt"] = attempt,
        ["Answered"] = summary.Answered,
        ["Asked"] = summary.Asked,
        ["Threshold"] = summary.Threshold,
        ["Hidden"] = summary.Hidden.ToString(),
        ["Picture"] = summary.Picture is { } picture ? JsonSerializer.Serialize(picture, SummaryJson.Default.Picture) : null,
        ["Words"] = summary.Words.Count > 0 ? JsonSerializer.Serialize(summary.Words, SummaryJson.Default.IReadOnlyListWord) : null,
    };

    private static Summary Read(TableEntity row) => new()
    {
        Answered = row.GetInt32("Answered")!.Value,
        Asked = row.GetInt32("Asked")!.Value,
        Threshold = row.GetInt32("Threshold")!.Value,
        Hidden = Enum.Parse<Hidden>(row.GetString("Hidden")!),
        Picture = row.GetString("Picture") is { } picture ? JsonSerializer.Deserialize(picture, SummaryJson.Default.Picture) : null,
        Words = row.GetString("Words") is { } words ? JsonSerializer.Deserialize(words, SummaryJson.Default.IReadOnlyListWord)! : [],
    };
}

/// <summary>Where a text stands, and how many bytes it takes in a card, without the text.</summary>
internal sealed record TextPlace(string Key, int Size);
