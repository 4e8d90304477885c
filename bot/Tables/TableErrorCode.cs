namespace ReflectionBot.Tables;

/// <summary>The error codes this service tells apart. Source: "Table service error codes".</summary>
internal static class TableErrorCode
{
    public const string EntityAlreadyExists = "EntityAlreadyExists";
    public const string ResourceNotFound = "ResourceNotFound";
    public const string TableAlreadyExists = "TableAlreadyExists";
    public const string TableBeingDeleted = "TableBeingDeleted";
    public const string TableNotFound = "TableNotFound";
    public const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";
}
