namespace ReflectionBot.Connector;

/// <summary>What the Bot Connector's answer means for the sender. Source: the error table of "Send messages to Teams".</summary>
internal enum VerdictKind
{
    /// <summary>Done; <see cref="Verdict{T}.Value"/> holds the result, or null where the platform sent an empty body.</summary>
    Sent,

    /// <summary>Not now: try again after <see cref="Verdict{T}.RetryAfter"/> (or a delay of the caller's own when null).</summary>
    Retry,

    /// <summary>Not at all until the person or team is back; see <see cref="Verdict{T}.Reason"/>.</summary>
    Unreachable,

    /// <summary>The request was wrong; repeating it would not help.</summary>
    Rejected,
}

/// <summary>Why the platform does not let a message through.</summary>
internal enum UnreachableReason
{
    NotInstalled,
    Blocked,
    Left,
    DisabledByAdmin,
    NotAllowed,
}

/// <summary>The outcome of one call: never an exception for what the platform answered. <c>Code</c> is the platform's own word.</summary>
/// <remarks><c>MayHaveArrived</c>: the answer was lost, not the message; trying again may say it twice.</remarks>
internal sealed record Verdict<T>(
    VerdictKind Kind,
    T? Value = default,
    UnreachableReason? Reason = null,
    TimeSpan? RetryAfter = null,
    string? Code = null,
    bool MayHaveArrived = false)
{
    /// <summary>The same outcome with another value.</summary>
    public Verdict<TOther> With<TOther>(TOther? value) => new(Kind, value, Reason, RetryAfter, Code, MayHaveArrived);
}

/// <summary>Codes of our own, beside the platform's.</summary>
internal static class VerdictCodes
{
    /// <summary>Rejected: the service URL is not one the bot may call.</summary>
    public const string HostNotAllowed = "HostNotAllowed";

    /// <summary>Rejected: an id is empty or would change the path.</summary>
    public const string InvalidId = "InvalidId";

    /// <summary>Rejected: the platform pointed somewhere else, where the token does not go.</summary>
    public const string Redirected = "Redirected";

    /// <summary>Retry: Microsoft Entra gave no token.</summary>
    public const string TokenUnavailable = "TokenUnavailable";

    /// <summary>Retry: no answer in time.</summary>
    public const string Timeout = "Timeout";

    /// <summary>Retry: no connection, or it broke.</summary>
    public const string ConnectionFailed = "ConnectionFailed";

    /// <summary>Retry: an answer that should hold something is empty or not JSON.</summary>
    public const string UnreadableAnswer = "UnreadableAnswer";
}
