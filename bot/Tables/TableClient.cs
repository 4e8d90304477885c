using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace ReflectionBot.Tables;

/// <summary>
/// One table. Every answer that was not asked for is a <see cref="RequestFailedException"/> with its
/// <c>ErrorCode</c>; a missing table is <see cref="TableErrorCode.TableNotFound"/>. What breaks one of the
/// service's rules is an ArgumentException before anything is sent.
/// </summary>
internal sealed partial class TableClient
{
    private readonly TablePipeline _pipeline;

    internal TableClient(TablePipeline pipeline, string name)
    {
        _pipeline = pipeline;
        Name = name;
    }

    public string Name { get; }

    /// <summary>A table of that name still being deleted is an error (TableBeingDeleted), for up to minutes.</summary>
    public async Task CreateIfNotExistsAsync(CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage(RequestMethod.Post, "Tables");
        TablePipeline.SetBody(message, TableNameJson());
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        var reply = await _pipeline.SendAsync(message, cancellationToken);
        if (reply is not { Status: 409, ErrorCode: TableErrorCode.TableAlreadyExists })
            reply.OrThrow("Create", Name);
    }

    /// <summary>Deletes the table and all in it. One that is not there is no error.</summary>
    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage(RequestMethod.Delete, $"Tables(%27{Name}%27)");
        var reply = await _pipeline.SendAsync(message, cancellationToken);
        if (reply.Status != 404)
            reply.OrThrow("Delete", Name);
    }

    public async Task<TableEntity> GetEntityAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var (reply, entity) = await ReadAsync(partitionKey, rowKey, select, cancellationToken);
        return entity ?? throw reply.Failure("Get", Name);
    }

    /// <summary>A plain null for an absent entity: with nullable references on, a wrapper would say no more.</summary>
    public async Task<TableEntity?> GetEntityIfExistsAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var (reply, entity) = await ReadAsync(partitionKey, rowKey, select, cancellationToken);
        return entity is not null || reply.IsAbsent ? entity : throw reply.Failure("Get", Name);
    }

    /// <summary>
    /// All entities that <paramref name="filter"/> (made by <see cref="TableFilter"/>) lets through, in key order,
    /// read page by page. A projection always brings the keys, without which an entity cannot be written back.
    /// </summary>
    public async IAsyncEnumerable<TableEntity> QueryAsync(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var columns = Columns(select);
        TableRules.PageSize(maxPerPage);
        (string? Partition, string? Row) next = default;
        // The headers decide, never the count: a page may be empty and yet not the last.
        do
        {
            using var message = _pipeline.CreateMessage(RequestMethod.Get, Name + "()");
            var uri = message.Request.Uri;
            AppendQuery(uri, "$filter", filter);
            AppendQuery(uri, "$select", columns);
            AppendQuery(uri, "$top", maxPerPage?.ToString(CultureInfo.InvariantCulture));
            AppendQuery(uri, "NextPartitionKey", next.Partition);
            AppendQuery(uri, "NextRowKey", next.Row);

            var reply = await _pipeline.SendAsync(message, cancellationToken);
            var headers = reply.OrThrow("Query", Name).Headers;
            using var page = JsonDocument.Parse(reply.Response.Content.ToMemory());
            foreach (var row in page.RootElement.GetProperty("value").EnumerateArray())
                yield return TableEntityJson.Read(row);

            next.Partition = headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition) ? partition : null;
            next.Row = headers.TryGetValue("x-ms-continuation-NextRowKey", out var rowKey) ? rowKey : null;
        }
        while (next.Partition is not null);
    }

    private async Task<(TableReply Reply, TableEntity? Entity)> ReadAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage(RequestMethod.Get, PathOf(partitionKey, rowKey));
        AppendQuery(message.Request.Uri, "$select", Columns(select));
        var reply = await _pipeline.SendAsync(message, cancellationToken);
        if (!reply.IsSuccess)
            return (reply, null);

        using var json = JsonDocument.Parse(reply.Response.Content.ToMemory());
        var entity = TableEntityJson.Read(json.RootElement, partitionKey, rowKey);
        entity.ETag = reply.Response.Headers.ETag ?? entity.ETag;
        return (reply, entity);
    }

    private static void AppendQuery(RequestUriBuilder uri, string name, string? value)
    {
        if (value is not null)
            uri.AppendQuery(name, value, escapeValue: true);
    }

    private static string? Columns(IEnumerable<string>? select) => select is null
        ? null
        : string.Join(',', select.Select(TableRules.PropertyName).Prepend("RowKey").Prepend("PartitionKey").Distinct());

    private string PathOf(string partitionKey, string rowKey)
    {
        TableRules.Key(partitionKey, "PartitionKey");
        TableRules.Key(rowKey, "RowKey");
        return TablePipeline.EntityPath(Name, partitionKey, rowKey);
    }

    // The rules of a table name leave nothing to escape.
    private byte[] TableNameJson() => System.Text.Encoding.UTF8.GetBytes($$"""{"TableName":"{{Name}}"}""");
}
