namespace ReflectionBot.Connector;

/// <summary>What is to be thought of a caller's token. Everything but <see cref="Accepted"/> keeps the caller out.</summary>
internal enum TokenVerdict
{
    /// <summary>The default says no.</summary>
    Missing,
    Malformed,
    UnknownKey,
    BadSignature,
    WrongIssuer,
    WrongAudience,
    OutsideLifetime,

    /// <summary>The token is good, but its key does not speak for the activity's channel.</summary>
    NotEndorsed,
    WrongChannel,
    WrongServiceUrl,
    WrongTenant,

    /// <summary>There are no signing keys to judge by.</summary>
    NoKeys,
    Accepted,
}

/// <summary>What a good token says: which service URL it is for, which channels its key speaks for, and until when.</summary>
internal sealed record Voucher(string? ServiceUrl, IReadOnlySet<string> Endorsements, DateTimeOffset Expires);

/// <summary>The verdict on a token by itself; the voucher is there only when it was accepted.</summary>
internal sealed record TokenCheck(TokenVerdict Verdict, Voucher? Voucher = null);
