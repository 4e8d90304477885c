using Azure;

namespace ReflectionBot.Tables;

/// <summary>Nothing of the transaction was applied.</summary>
internal sealed class TableTransactionFailedException(int status, string message, string? errorCode, int? failedIndex)
    : RequestFailedException(status, message, errorCode, innerException: null)
{
    /// <summary>The 0-based place of the action that was refused, when the service said which.</summary>
    public int? FailedTransactionActionIndex { get; } = failedIndex;
}
