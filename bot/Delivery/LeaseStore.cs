using ReflectionBot.Tables;

namespace ReflectionBot.Delivery;

/// <summary>
/// Which instance sends for a tenant. Table <c>Leases</c>: partition <c>sender</c>, row the tenant. Holding is shown by changing the
/// row, again and again: a row that has not changed for the length of a lease, by the watcher's own clock, may be taken. So
/// no two clocks are ever compared.
/// </summary>
internal sealed class LeaseStore(TableServiceClient tables)
{
    public const string TableName = "Leases";

    private const string Partition = "sender";
    private const string Holder = "Holder";

    private readonly TableClient _table = tables.GetTableClient(TableName);

    public Task<TableEntity?> FindAsync(string tenant, CancellationToken cancellationToken) =>
        _table.GetEntityIfExistsAsync(Partition, tenant, null, cancellationToken);

    public static bool IsFree(TableEntity? row) => string.IsNullOrEmpty(row?.GetString(Holder));

    /// <summary>Null when another instance was faster. The row that comes back is what to renew with.</summary>
    public async Task<TableEntity?> TryTakeAsync(string tenant, TableEntity? seen, string holder, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, tenant) { [Holder] = holder };
        var taken = seen is null
            ? await _table.TryAddEntityAsync(row, cancellationToken)
            : await _table.TryUpdateEntityAsync(row, seen.ETag, TableUpdateMode.Replace, cancellationToken);
        return taken ? row : null;
    }

    /// <summary>False when somebody else has taken the tenant.</summary>
    public Task<bool> TryRenewAsync(TableEntity row, CancellationToken cancellationToken) =>
        _table.TryUpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);

    /// <summary>Gives the tenant back, so that the next instance need not wait.</summary>
    public Task<bool> TryReleaseAsync(TableEntity row, CancellationToken cancellationToken)
    {
        row[Holder] = string.Empty;
        return _table.TryUpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
    }
}
