using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ReflectionBot.Connector;

/// <summary>
/// Reads what the Bot Connector answered: every row of the error table of "Send messages to Teams". Pure.
/// </summary>
internal static class ConnectorAnswer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static Verdict<byte[]> Read(HttpResponseMessage response, byte[] body, DateTimeOffset now) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new(VerdictKind.Sent, body),
        >= 300 and < 400 => new(VerdictKind.Rejected, Code: VerdictCodes.Redirected),
        _ => Refused(response.StatusCode, Code(response.StatusCode, body), RetryAfter(response.Headers.RetryAfter, now)),
    };

    private static Verdict<byte[]> Refused(HttpStatusCode status, string code, TimeSpan? retryAfter) => status switch
    {
        HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable => new(VerdictKind.Retry, RetryAfter: retryAfter, Code: code),
        HttpStatusCode.GatewayTimeout => new(VerdictKind.Retry, RetryAfter: retryAfter, Code: code, MayHaveArrived: true),
        HttpStatusCode.Forbidden when code != "InvalidBotApiHost" => new(VerdictKind.Unreachable, Reason: Forbidden(code), Code: code),
        HttpStatusCode.NotFound when Gone(code) => new(VerdictKind.Unreachable, Reason: UnreachableReason.Left, Code: code),
        _ => new(VerdictKind.Rejected, Code: code),
    };

    /// <summary>The platform's word for it: <c>error.code</c>, else the nested <c>subCode</c>, else <c>errorCode</c>, else the status.</summary>
    private static string Code(HttpStatusCode status, byte[] body)
    {
        var word = Printable.Of(Word(body));
        return word == "-" ? ((int)status).ToString(CultureInfo.InvariantCulture) : word;
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? header?.Date - now;
        return wait is { } time ? TimeSpan.FromTicks(Math.Clamp(time.Ticks, 0, LongestWait.Ticks)) : null;
    }

    private static UnreachableReason Forbidden(string code) => code switch
    {
        "BotDisabledByAdmin" => UnreachableReason.DisabledByAdmin,
        "ConversationBlockedByUser" or "MessageWritesBlocked" => UnreachableReason.Blocked,
        "BotNotInConversationRoster" or "ForbiddenOperationException" => UnreachableReason.NotInstalled,
        _ => UnreachableReason.NotAllowed,
    };

    // A missing message is not a missing person: the caller posts a new one.
    private static bool Gone(string code) => code is "ConversationNotFound" or "MemberNotFoundInConversation";

    private static string? Word(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return Text(Member(root, "error"), "code") ?? SubCode(Text(root, "message")) ?? Text(root, "errorCode");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? SubCode(string? message)
    {
        try
        {
            using var nested = message is null ? null : JsonDocument.Parse(message);
            return nested is null ? null : Text(nested.RootElement, "subCode");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? element, string name) => Member(element, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
