using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using ReflectionBot.Rounds;
using ReflectionBot.Tables;

namespace ReflectionBot.Summaries;

/// <summary>
/// Frozen summaries. Table <c>Summaries</c>: partition the round, row <c>summary</c>, and a row per text in its shuffled order,
/// under the name of the attempt that wrote it. The summary's row is written last and only once: it says whose texts count,
/// so two instances that freeze at once cannot mix their orders.
/// </summary>
internal sealed class SummaryStore(TableServiceClient tables)
{
    public const string TableName = "Summaries";

    private const string SummaryRow = "summary";
    private const int AttemptBytes = 8;

    private readonly TableClient _table = tables.GetTableClient(TableName);

    /// <summary>Keeps the first summary of a round; a second one changes nothing.</summary>
    public async Task FreezeAsync(RoundId round, Summary summary, CancellationToken cancellationToken)
    {
        var attempt = RandomNumberGenerator.GetHexString(2 * AttemptBytes, lowercase: true);
        TableEntity[] texts = [.. summary.Voices.Select((voice, index) =>
            new TableEntity(round.ToString(), TextRow(attempt) + index.ToString("D5", CultureInfo.InvariantCulture)) { ["Text"] = voice.Text, ["Name"] = voice.Name })];
        await _table.SubmitInBatchesAsync(
            texts.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken);
        if (await _table.TryAddEntityAsync(Write(round, summary, attempt), cancellationToken))
            return;

        foreach (var row in texts)
            await _table.TryDeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    public async Task<Summary?> FindAsync(RoundId round, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(round.ToString(), SummaryRow, null, cancellationToken);
        return row is null ? null : Read(row) with { Voices = await VoicesAsync(round, row.GetString("Attempt")!, cancellationToken) };
    }

    public Task DeleteAsync(RoundId round, CancellationToken cancellationToken) =>
        _table.DeletePartitionAsync(round.ToString(), cancellationToken);

    private async Task<List<Voice>> VoicesAsync(RoundId round, string attempt, CancellationToken cancellationToken)
    {
        var partition = round.ToString();
        var (first, after) = (TextRow(attempt), TextRow(attempt) + ":");
        var voices = new List<Voice>();
        var filter = TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {after}");
        await foreach (var row in _table.QueryAsync(filter, null, null, cancellationToken))
            voices.Add(new Voice(row.GetString("Text")!, row.GetString("Name")));
        return voices;
    }

    private static string TextRow(string attempt) => "text-" + attempt + "-";

    private static TableEntity Write(RoundId round, Summary summary, string attempt) => new(round.ToString(), SummaryRow)
    {
        ["Attempt"] = attempt,
        ["Answered"] = summary.Answered,
        ["Asked"] = summary.Asked,
        ["Threshold"] = summary.Threshold,
        ["Hidden"] = summary.Hidden.ToString(),
        ["Picture"] = summary.Picture is { } picture ? JsonSerializer.Serialize(picture, SummaryJson.Default.Picture) : null,
    };

    private static Summary Read(TableEntity row) => new()
    {
        Answered = row.GetInt32("Answered")!.Value,
        Asked = row.GetInt32("Asked")!.Value,
        Threshold = row.GetInt32("Threshold")!.Value,
        Hidden = Enum.Parse<Hidden>(row.GetString("Hidden")!),
        Picture = row.GetString("Picture") is { } picture ? JsonSerializer.Deserialize(picture, SummaryJson.Default.Picture) : null,
    };
}
