using Azure;

namespace ReflectionBot.Tables;

/// <summary>Work on many rows of one partition, in as few transactions as the service allows. Not atomic as a whole.</summary>
internal static class TableBatches
{
    private const int MostActions = 100;

    public static async Task SubmitInBatchesAsync(
        this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        foreach (var batch in actions.Chunk(MostActions))
            await table.SubmitTransactionAsync(batch, cancellationToken);
    }

    /// <summary>Adds the rows that are not there yet and leaves the others as they are.</summary>
    public static async Task AddMissingAsync(
        this TableClient table, IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var batch in rows.Chunk(MostActions))
        {
            var adds = batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row));
            if (await table.TrySubmitTransactionAsync([.. adds], cancellationToken))
                continue;

            foreach (var row in batch)
                await table.TryAddEntityAsync(row, cancellationToken);
        }
    }

    public static Task<int> DeletePartitionAsync(this TableClient table, string partitionKey, CancellationToken cancellationToken) =>
        table.DeleteWhereAsync(TableFilter.Create($"PartitionKey eq {partitionKey}"), cancellationToken);

    /// <summary>
    /// Deletes rows of one partition, a transaction at a time, and says how many there were. Another may be at the same work:
    /// rows that are gone already are no reason to stop.
    /// </summary>
    public static async Task<int> DeleteWhereAsync(this TableClient table, string filter, CancellationToken cancellationToken)
    {
        var (count, batch) = (0, new List<TableEntity>(MostActions));
        await foreach (var row in table.QueryAsync(filter, null, ["PartitionKey", "RowKey"], cancellationToken))
        {
            batch.Add(row);
            count++;
            if (batch.Count == MostActions)
                await table.DeleteAsync(batch, cancellationToken);
        }

        await table.DeleteAsync(batch, cancellationToken);
        return count;
    }

    private static async Task DeleteAsync(this TableClient table, List<TableEntity> batch, CancellationToken cancellationToken)
    {
        var deletes = batch.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All));
        if (batch.Count > 0 && !await table.TrySubmitTransactionAsync([.. deletes], cancellationToken))
        {
            foreach (var row in batch)
                await table.TryDeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        }

        batch.Clear();
    }
}
