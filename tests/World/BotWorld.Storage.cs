using ReflectionBot.Tables;

namespace ReflectionBot.Tests.World;

/// <content>A look at what is stored.</content>
internal sealed partial class BotWorld
{
    public async Task<List<TableEntity>> Rows(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Tables.GetTableClient(table).QueryAsync(null, null, null, CancellationToken.None))
            rows.Add(row);
        return rows;
    }

    public async Task<IEnumerable<string>> RowKeys(string table) => (await Rows(table)).Select(row => row.RowKey);

    public async Task<int> CountRows(params string[] tables)
    {
        var count = 0;
        foreach (var table in tables)
            count += (await Rows(table)).Count;
        return count;
    }
}
