using System.Text.Json;
using Azure;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>Frozen weeks of the organisation. Table <c>OrganisationWeeks</c>: partition the tenant, row the slot. The first one stands, whatever is deleted later.</summary>
internal sealed class OrganisationStore(TableServiceClient tables)
{
    public const string TableName = "OrganisationWeeks";

    private readonly TableClient _table = tables.GetTableClient(TableName);

    public Task FreezeAsync(string tenant, SlotId slot, OrganisationWeek week, CancellationToken cancellationToken) =>
        _table.TryAddEntityAsync(new TableEntity(tenant, slot.ToString()) { ["Week"] = JsonSerializer.Serialize(week, SummaryJson.Default.OrganisationWeek) }, cancellationToken);

    public async Task<(OrganisationWeek Week, bool IsSent)?> FindAsync(string tenant, SlotId slot, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(tenant, slot.ToString(), null, cancellationToken);
        return row is null ? null : (JsonSerializer.Deserialize(row.GetString("Week")!, SummaryJson.Default.OrganisationWeek)!, row.GetBoolean("IsSent") ?? false);
    }

    /// <summary>The weeks there are, oldest first.</summary>
    public async Task<List<SlotId>> WeeksAsync(string tenant, CancellationToken cancellationToken)
    {
        var weeks = new List<SlotId>();
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {tenant}"), null, ["RowKey"], cancellationToken))
            weeks.Add(SlotId.Parse(row.RowKey));
        return weeks;
    }

    public Task SentAsync(string tenant, SlotId slot, CancellationToken cancellationToken) =>
        _table.TryUpdateEntityAsync(new TableEntity(tenant, slot.ToString()) { ["IsSent"] = true }, ETag.All, TableUpdateMode.Merge, cancellationToken);

    /// <summary>Forgets the weeks before this one.</summary>
    public Task PurgeAsync(string tenant, SlotId oldest, CancellationToken cancellationToken)
    {
        var before = oldest.ToString();
        return _table.DeleteWhereAsync(TableFilter.Create($"PartitionKey eq {tenant} and RowKey lt {before}"), cancellationToken);
    }
}
