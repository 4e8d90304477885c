using Azure;
using Azure.Core;

namespace ReflectionBot.Tables;

/// <summary>
/// Writes of one entity. After a success the entity carries its new ETag. The Try forms answer false where
/// somebody else was first, which is a normal day here, and throw for everything else.
/// </summary>
internal sealed partial class TableClient
{
    public async Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        (await AddAsync(entity, cancellationToken)).OrThrow("Add", Name);

    /// <summary>False when an entity with these keys is already there.</summary>
    public async Task<bool> TryAddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default)
    {
        var reply = await AddAsync(entity, cancellationToken);
        return !reply.IsAlreadyThere && reply.OrThrow("Add", Name) is not null;
    }

    /// <summary>Writes whatever is there now, so a repeated attempt does no harm.</summary>
    public async Task<Response> UpsertEntityAsync(
        TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        (await PutAsync(entity, ifMatch: null, mode, cancellationToken)).OrThrow("Upsert", Name);

    /// <summary><paramref name="ifMatch"/> is an ETag that was read, or <see cref="ETag.All"/> for whatever is there.</summary>
    public async Task<Response> UpdateEntityAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        (await UpdateAsync(entity, ifMatch, mode, cancellationToken)).OrThrow("Update", Name);

    /// <summary>False when the entity has changed since, or is gone.</summary>
    public async Task<bool> TryUpdateEntityAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        var reply = await UpdateAsync(entity, ifMatch, mode, cancellationToken);
        return !reply.IsChanged && !reply.IsAbsent && reply.OrThrow("Update", Name) is not null;
    }

    public async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken = default)
    {
        var reply = await RemoveAsync(partitionKey, rowKey, ifMatch, cancellationToken);
        return WasDeletedByUs(reply) ? reply.Response : reply.OrThrow("Delete", Name);
    }

    /// <summary>False when the entity has changed since, or is gone already.</summary>
    public async Task<bool> TryDeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken = default)
    {
        var reply = await RemoveAsync(partitionKey, rowKey, ifMatch, cancellationToken);
        return WasDeletedByUs(reply) || (!reply.IsChanged && !reply.IsAbsent && reply.OrThrow("Delete", Name) is not null);
    }

    private async Task<TableReply> AddAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        TableRules.Entity(entity);
        using var message = _pipeline.CreateMessage(RequestMethod.Post, Name);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        return await WriteAsync(message, entity, cancellationToken);
    }

    private Task<TableReply> UpdateAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken) =>
        PutAsync(entity, TableRules.IfMatch(ifMatch), mode, cancellationToken);

    private async Task<TableReply> PutAsync(
        TableEntity entity, ETag? ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        TableRules.Entity(entity);
        var method = mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;
        using var message = _pipeline.CreateMessage(method, PathOf(entity.PartitionKey, entity.RowKey));
        if (ifMatch is { } etag)
            message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, etag.ToString("H"));
        return await WriteAsync(message, entity, cancellationToken);
    }

    /// <summary>
    /// A conflict on a repeated attempt can be with the attempt whose answer was lost; the mark in what is
    /// stored now tells. When another has written over ours in that moment it stays a conflict: a success is
    /// always true, and after a conflict the caller reads again and decides from what is there.
    /// </summary>
    private async Task<TableReply> WriteAsync(HttpMessage message, TableEntity entity, CancellationToken cancellationToken)
    {
        var mark = message.Request.ClientRequestId;
        TablePipeline.SetBody(message, TableEntityJson.Write(entity, mark));
        var reply = await _pipeline.SendAsync(message, cancellationToken);
        if (reply.Retried && (reply.IsAlreadyThere || reply.IsChanged))
        {
            var (read, stored) = await ReadAsync(entity.PartitionKey, entity.RowKey, select: null, cancellationToken);
            reply = stored?.WriteMark == mark ? read : reply;
        }

        if (reply.IsSuccess)
            entity.ETag = reply.ETag;
        return reply;
    }

    private async Task<TableReply> RemoveAsync(
        string partitionKey, string rowKey, ETag ifMatch, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage(RequestMethod.Delete, PathOf(partitionKey, rowKey));
        message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, TableRules.IfMatch(ifMatch).ToString("H"));
        return await _pipeline.SendAsync(message, cancellationToken);
    }

    // A deletion leaves no mark, so another's in that moment passes for ours. Who must know takes by an update.
    private static bool WasDeletedByUs(TableReply reply) => reply is { Retried: true, IsAbsent: true };
}
