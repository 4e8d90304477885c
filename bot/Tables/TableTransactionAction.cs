using Azure;

namespace ReflectionBot.Tables;

internal enum TableTransactionActionType
{
    Add,
    UpdateReplace,
    UpdateMerge,
    UpsertReplace,
    UpsertMerge,
    Delete,
}

/// <summary>
/// One write of a transaction. <paramref name="ETag"/> is for updates and deletes, which need one;
/// <see cref="ETag.All"/> means whatever is there.
/// </summary>
internal sealed record TableTransactionAction(TableTransactionActionType ActionType, TableEntity Entity, ETag ETag = default)
{
    public bool IsConditional => ActionType
        is TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpdateMerge or TableTransactionActionType.Delete;
}
