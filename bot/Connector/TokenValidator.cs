using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ReflectionBot.Connector;

/// <summary>
/// The rules for tokens of the Bot Connector, as pure functions: nothing is fetched, remembered or logged here.
/// Source: "Authenticate requests with the Bot Connector API".
/// </summary>
internal static class TokenValidator
{
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Is the token itself good? A key id may stand for several keys; the one that verifies is the one that vouches.</summary>
    public static TokenCheck Check(BearerToken token, IReadOnlyList<SigningKey> keys, ConnectorOptions options, DateTimeOffset now)
    {
        var check = new TokenCheck(TokenVerdict.UnknownKey);
        foreach (var key in keys.Where(key => key.Kid == token.Kid))
        {
            check = Check(token, key, options, now);
            if (check.Verdict != TokenVerdict.BadSignature) break;
        }

        return check;
    }

    /// <summary>Does a good token speak for this activity? Asked again for every activity, also with a remembered token.</summary>
    public static TokenVerdict Fit(Voucher voucher, Activity activity, ConnectorOptions options)
    {
        if (activity.ChannelId is not { } channel || !options.AllowedChannels.Contains(channel)) return TokenVerdict.WrongChannel;
        if (!voucher.Endorsements.Contains(channel)) return TokenVerdict.NotEndorsed;
        if (!IsSameService(voucher.ServiceUrl, activity.ServiceUrl)) return TokenVerdict.WrongServiceUrl;
        return IsAllowedTenant(activity, options.AllowedTenants) ? TokenVerdict.Accepted : TokenVerdict.WrongTenant;
    }

    private static TokenCheck Check(BearerToken token, SigningKey key, ConnectorOptions options, DateTimeOffset now)
    {
        try
        {
            var result = new JsonWebTokenHandler().ValidateToken(token.Raw, Rules(key, options, now));
            return result is { IsValid: true, SecurityToken: JsonWebToken jwt }
                ? new TokenCheck(TokenVerdict.Accepted, Vouch(jwt, key))
                : new TokenCheck(Blame(result.Exception));
        }
        catch (Exception)
        {
            // The library throws many kinds for claims it cannot read; whatever it is, the token is no good.
            return new TokenCheck(TokenVerdict.Malformed);
        }
    }

    // The library's own look at the lifetime would use the machine's clock.
    private static TokenValidationParameters Rules(SigningKey key, ConnectorOptions options, DateTimeOffset now) => new()
    {
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ValidateIssuerSigningKey = true,
        IssuerSigningKey = key.Key,
        ValidIssuer = options.Issuer,
        AudienceValidator = (audiences, _, _) => audiences.Contains(options.MicrosoftAppId, StringComparer.OrdinalIgnoreCase),
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires, now.UtcDateTime),
    };

    private static bool IsAlive(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } end && now - Skew < end && (notBefore is not { } start || now + Skew > start);

    private static Voucher Vouch(JsonWebToken token, SigningKey key) => new(
        token.TryGetPayloadValue<string>("serviceurl", out var url) ? url : null,
        key.Endorsements,
        new DateTimeOffset(token.ValidTo, TimeSpan.Zero));

    private static TokenVerdict Blame(Exception? failure) => failure switch
    {
        SecurityTokenInvalidIssuerException => TokenVerdict.WrongIssuer,
        SecurityTokenInvalidAudienceException => TokenVerdict.WrongAudience,
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => TokenVerdict.OutsideLifetime,
        SecurityTokenInvalidSignatureException => TokenVerdict.BadSignature,
        _ => TokenVerdict.Malformed,
    };

    private static bool IsSameService(string? vouched, string? asked) =>
        !string.IsNullOrEmpty(vouched)
        && !string.IsNullOrEmpty(asked)
        && Trimmed(vouched).Equals(Trimmed(asked), StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(asked, UriKind.Absolute, out _);

    private static ReadOnlySpan<char> Trimmed(string url) => url.EndsWith('/') ? url.AsSpan(0, url.Length - 1) : url;

    // A token proves no tenant, so every place that names one must name an allowed one.
    private static bool IsAllowedTenant(Activity activity, IReadOnlyList<string> allowed) =>
        activity.TenantId is not null
        && new[] { activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id }
            .OfType<string>()
            .All(tenant => allowed.Contains(tenant, StringComparer.OrdinalIgnoreCase));
}
