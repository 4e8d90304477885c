using Azure;

namespace ReflectionBot.Tables;

/// <summary>
/// One answer. <see cref="Retried"/> says that an earlier attempt got no answer or a bad one, and may have
/// been carried out all the same: a conflict can then be with ourselves.
/// </summary>
internal sealed record TableReply(Response Response, bool Retried)
{
    private string? _errorCode;

    public int Status => Response.Status;

    public bool IsSuccess => Status is >= 200 and < 300;

    public string? ErrorCode => IsSuccess ? null : _errorCode ??= TableErrorParser.Read(Response.Content).Code;

    public ETag ETag => Response.Headers.ETag ?? default;

    public bool IsAlreadyThere => Status == 409 && ErrorCode == TableErrorCode.EntityAlreadyExists;

    /// <summary>The entity is not there. A missing table is something else: an error in the set-up.</summary>
    public bool IsAbsent => Status == 404 && ErrorCode == TableErrorCode.ResourceNotFound;

    public bool IsChanged => Status == 412;

    public Response OrThrow(string operation, string table) =>
        IsSuccess ? Response : throw Failure(operation, table);

    /// <summary>The service's own text is left out: it can repeat what was sent to it.</summary>
    public RequestFailedException Failure(string operation, string table) =>
        new(Status, Describe(operation, table, Status, ErrorCode, Response), ErrorCode, innerException: null);

    public static string Describe(string operation, string table, int status, string? errorCode, Response response)
    {
        var id = response.Headers.TryGetValue("x-ms-request-id", out var value) ? value : "none";
        return $"{operation} on table {table} was answered {status} {errorCode ?? "without a code"} (request id {id}).";
    }
}
