using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using ReflectionBot.Connector;
using ReflectionBot.Tables;

namespace ReflectionBot.Delivery;

/// <summary>
/// Every card that was ever to be sent, and what became of it. Table <c>Outbox</c>: partition the batch, a row per recipient, and
/// a row <c>!hash</c> per payload, however many carry it. Table <c>OutboxBatches</c> (partition tenant, row batch) names the
/// batches that may hold pending deliveries.
/// </summary>
internal sealed class Outbox(TableServiceClient tables, OutboxSignal signal, TimeProvider time)
{
    public const string DeliveriesTable = "Outbox";
    public const string BatchesTable = "OutboxBatches";

    private const string PayloadMark = "!";
    private const string AfterPayloads = "\"";
    private const string Pending = nameof(DeliveryState.Pending);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly TableClient _deliveries = tables.GetTableClient(DeliveriesTable);
    private readonly TableClient _batches = tables.GetTableClient(BatchesTable);
    private Task<HashSet<BatchId>>? _withdrawn;
    private long _asked;

    /// <summary>
    /// Safe to repeat: a delivery that exists already is left as it is. The batch is named last, so a crash in between
    /// leaves nothing half sent, and the repeat completes it.
    /// </summary>
    public async Task EnqueueAsync(BatchId batch, IEnumerable<Parcel> parcels, CancellationToken cancellationToken)
    {
        await _deliveries.AddMissingAsync(Rows(batch, parcels), cancellationToken);
        await NameAsync(batch, cancellationToken);
    }

    /// <summary>The batches that may hold pending deliveries.</summary>
    public async Task<List<OpenBatch>> OpenBatchesAsync(string? tenant, CancellationToken cancellationToken)
    {
        var batches = new List<OpenBatch>();
        var filter = tenant is null ? null : TableFilter.Create($"PartitionKey eq {tenant}");
        await foreach (var row in _batches.QueryAsync(filter, null, null, cancellationToken))
            batches.Add(new OpenBatch(new BatchId(row.PartitionKey, row.RowKey), row.ETag, row.GetBoolean("IsWithdrawn") ?? false));
        return batches;
    }

    /// <summary>As it was at most a second ago, should another instance have withdrawn it since: asked once for all tenants that are sent to.</summary>
    public async Task<bool> IsWithdrawnAsync(BatchId batch, CancellationToken cancellationToken)
    {
        Task<HashSet<BatchId>> withdrawn;
        lock (_gate)
        {
            if (_withdrawn is null or { IsFaulted: true } || time.GetElapsedTime(_asked) >= BetweenLooks)
                (_withdrawn, _asked) = (WithdrawnAsync(), time.GetTimestamp());
            withdrawn = _withdrawn;
        }

        return (await withdrawn.WaitAsync(cancellationToken)).Contains(batch);
    }

    /// <summary>Nothing of the batch that is still pending is worth sending any more.</summary>
    public async Task WithdrawAsync(BatchId batch, CancellationToken cancellationToken)
    {
        var withdrawn = new TableEntity(batch.Tenant, batch.Value) { ["IsWithdrawn"] = true };
        if (!await _batches.TryUpdateEntityAsync(withdrawn, ETag.All, TableUpdateMode.Merge, cancellationToken))
            return;
        lock (_gate)
            (_withdrawn, _asked) = (WithdrawnAsync(), time.GetTimestamp());
        signal.Raise();
    }

    /// <summary>Pages of pending deliveries, in the order of their recipients' keys. At most so many a page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Delivery>> PendingAsync(
        BatchId batch, int pageSize, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = batch.ToString();
        var filter = TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {AfterPayloads} and State eq {Pending}");
        var page = new List<Delivery>(pageSize);
        await foreach (var row in _deliveries.QueryAsync(filter, pageSize, null, cancellationToken))
        {
            page.Add(DeliveryRow.Read(batch, row));
            if (page.Count == pageSize)
            {
                yield return page;
                page = new List<Delivery>(pageSize);
            }
        }

        if (page.Count > 0)
            yield return page;
    }

    /// <summary>The activity to send, as UTF-8 JSON; null when the batch was finished, and so cleared, meanwhile.</summary>
    public async Task<byte[]?> PayloadAsync(BatchId batch, string payload, CancellationToken cancellationToken)
    {
        var row = await _deliveries.GetEntityIfExistsAsync(batch.ToString(), PayloadMark + payload, null, cancellationToken);
        return row is null ? null : Encoding.UTF8.GetBytes(row.GetString("Activity")!);
    }

    /// <summary>Notes what became of deliveries of one batch. Deliveries that were deleted meanwhile stay deleted.</summary>
    public async Task RecordAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken)
    {
        TableTransactionAction[] merges = [.. deliveries.Select(delivery =>
            new TableTransactionAction(TableTransactionActionType.UpdateMerge, DeliveryRow.WriteOutcome(delivery), ETag.All))];
        if (await _deliveries.TrySubmitTransactionAsync(merges, cancellationToken))
            return;

        foreach (var delivery in deliveries)
            await _deliveries.TryUpdateEntityAsync(DeliveryRow.WriteOutcome(delivery), ETag.All, TableUpdateMode.Merge, cancellationToken);
    }

    /// <summary>The batch is done, unless it was enqueued again since it was read; its payloads are not needed any more.</summary>
    public async Task FinishAsync(OpenBatch batch, CancellationToken cancellationToken)
    {
        if (!await _batches.TryDeleteEntityAsync(batch.Id.Tenant, batch.Id.Value, batch.ETag, cancellationToken))
            return;

        var partition = batch.Id.ToString();
        var filter = TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {PayloadMark} and RowKey lt {AfterPayloads}");
        await _deliveries.DeleteWhereAsync(filter, cancellationToken);
    }

    /// <summary>Tries again what could not be delivered to somebody who is back. Nothing happens when there is no such delivery.</summary>
    public async Task ReviveAsync(BatchId batch, Parcel parcel, CancellationToken cancellationToken)
    {
        var row = await _deliveries.GetEntityIfExistsAsync(batch.ToString(), parcel.To.Key, null, cancellationToken);
        if (row?.GetString("State") != nameof(DeliveryState.Unreachable))
            return;

        // The payload first: as soon as the delivery is pending again it may be sent.
        TableEntity[] rows = [.. Rows(batch, [parcel])];
        await _deliveries.AddMissingAsync(rows[..^1], cancellationToken);
        if (await _deliveries.TryUpdateEntityAsync(rows[^1], row.ETag, TableUpdateMode.Replace, cancellationToken))
            await NameAsync(batch, cancellationToken);
    }

    /// <summary>Every delivery of the batch, whatever became of it.</summary>
    public async Task<List<Delivery>> DeliveriesAsync(BatchId batch, CancellationToken cancellationToken)
    {
        var partition = batch.ToString();
        var deliveries = new List<Delivery>();
        await foreach (var row in _deliveries.QueryAsync(TableFilter.Create($"PartitionKey eq {partition} and RowKey ge {AfterPayloads}"), null, null, cancellationToken))
            deliveries.Add(DeliveryRow.Read(batch, row));
        return deliveries;
    }

    /// <summary>What became of the one card to this recipient; null when there was none.</summary>
    public async Task<Delivery?> FindAsync(BatchId batch, string recipient, CancellationToken cancellationToken) =>
        await _deliveries.GetEntityIfExistsAsync(batch.ToString(), recipient, null, cancellationToken) is { } row ? DeliveryRow.Read(batch, row) : null;

    /// <summary>What was ever to be sent to somebody in this batch; they can then be sent to anew.</summary>
    public Task RemoveAsync(BatchId batch, string recipient, CancellationToken cancellationToken) =>
        _deliveries.TryDeleteEntityAsync(batch.ToString(), recipient, ETag.All, cancellationToken);

    /// <summary>Forgets the batch, and says how many rows it had.</summary>
    public async Task<int> DeleteAsync(BatchId batch, CancellationToken cancellationToken)
    {
        await _batches.TryDeleteEntityAsync(batch.Tenant, batch.Value, ETag.All, cancellationToken);
        return await _deliveries.DeletePartitionAsync(batch.ToString(), cancellationToken);
    }

    // For whoever is asking, not for one of them: none of them can call it off.
    private async Task<HashSet<BatchId>> WithdrawnAsync()
    {
        var withdrawn = new HashSet<BatchId>();
        await foreach (var row in _batches.QueryAsync(TableFilter.Create($"IsWithdrawn eq {true}"), null, null, CancellationToken.None))
            withdrawn.Add(new BatchId(row.PartitionKey, row.RowKey));
        return withdrawn;
    }

    private async Task NameAsync(BatchId batch, CancellationToken cancellationToken)
    {
        await _batches.UpsertEntityAsync(new TableEntity(batch.Tenant, batch.Value), TableUpdateMode.Replace, cancellationToken);
        signal.Raise();
    }

    // One by one, and each payload before the first delivery that carries it: a large round is never in memory as a whole.
    private IEnumerable<TableEntity> Rows(BatchId batch, IEnumerable<Parcel> parcels)
    {
        var now = time.GetUtcNow();
        var written = new HashSet<string>(StringComparer.Ordinal);
        (Parcel? Parcel, string Hash) last = (null, string.Empty);
        foreach (var parcel in parcels)
        {
            if (!parcel.SaysTheSameAs(last.Parcel))
            {
                var (hash, activity) = Payload(parcel);
                last = (parcel, hash);
                if (written.Add(hash))
                    yield return new TableEntity(batch.ToString(), PayloadMark + hash) { ["Activity"] = activity };
            }

            yield return DeliveryRow.Write(
                new Delivery { Batch = batch, To = parcel.To, Payload = last.Hash, NotAfter = parcel.NotAfter, DueAt = now });
        }
    }

    private static (string Hash, string Activity) Payload(Parcel parcel)
    {
        var activity = JsonSerializer.Serialize(Activity.WithCard(parcel.Card, parcel.Notice), ConnectorJson.Readable.Activity);
        return (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(activity)).AsSpan(0, 16)), activity);
    }
}

/// <summary>A batch that may hold pending deliveries, with the ETag to finish it with.</summary>
internal sealed record OpenBatch(BatchId Id, ETag ETag, bool IsWithdrawn);
