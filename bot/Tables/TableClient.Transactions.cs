using Azure;
using Azure.Core;

namespace ReflectionBot.Tables;

/// <summary>Up to 100 writes in one partition: all of them, or none.</summary>
internal sealed partial class TableClient
{
    /// <exception cref="TableTransactionFailedException">One action was refused, and so nothing was applied.</exception>
    public async Task SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var (sent, reply) = await SendAsync([.. transactionActions], cancellationToken);
        if (!reply.IsSuccess)
            throw Failure(sent, reply);
    }

    /// <summary>False when somebody else was first: an add met an entity, or an update or delete a changed or absent one.</summary>
    public async Task<bool> TrySubmitTransactionAsync(
        IReadOnlyCollection<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var (sent, reply) = await SendAsync([.. transactionActions], cancellationToken);
        return reply.IsSuccess || (reply.IsConflict ? false : throw Failure(sent, reply));
    }

    private async Task<(TableReply Sent, TransactionReply Reply)> SendAsync(
        TableTransactionAction[] actions, CancellationToken cancellationToken)
    {
        TableRules.Transaction(actions);
        using var message = _pipeline.CreateMessage(RequestMethod.Post, "$batch");
        var mark = message.Request.ClientRequestId;
        var body = new TransactionBody(_pipeline, Name, mark, actions).Write();
        TableRules.TransactionSize(body.Length);
        TablePipeline.SetBody(message, body, TransactionBody.ContentType);

        var sent = await _pipeline.SendAsync(message, cancellationToken);
        var reply = TransactionReply.Read(sent, actions.Length);
        if (reply.IsConflict && sent.Retried && await WasAppliedByUsAsync(actions, mark, cancellationToken) is { } etags)
            reply = new TransactionReply(sent.Status, ErrorCode: null, FailedIndex: null, etags);
        foreach (var (action, etag) in actions.Zip(reply.ETags))
            action.Entity.ETag = etag;
        return (sent, reply);
    }

    /// <summary>
    /// The conflict of a repeated attempt can be with the attempt whose answer was lost. As the service applies all
    /// or nothing, one entity with our mark is enough; of deletions alone nothing may be left.
    /// </summary>
    private async Task<IReadOnlyList<ETag>?> WasAppliedByUsAsync(
        TableTransactionAction[] actions, string mark, CancellationToken cancellationToken)
    {
        var stored = new List<TableEntity?>();
        foreach (var entity in actions.Select(a => a.Entity))
            stored.Add(await GetEntityIfExistsAsync(entity.PartitionKey, entity.RowKey, select: null, cancellationToken));
        var onlyDeletes = actions.All(a => a.ActionType == TableTransactionActionType.Delete);
        var isOurs = onlyDeletes ? stored.All(e => e is null) : stored.Any(e => e?.WriteMark == mark);
        // What another has written since is not what the caller knows: without an ETag it must be read again.
        return isOurs ? [.. stored.Select(e => e?.WriteMark == mark ? e.ETag : default)] : null;
    }

    private TableTransactionFailedException Failure(TableReply sent, TransactionReply reply) => new(
        reply.Status,
        TableReply.Describe("Transaction", Name, reply.Status, reply.ErrorCode, sent.Response),
        reply.ErrorCode,
        reply.FailedIndex);
}
