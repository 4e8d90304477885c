using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ReflectionBot.Connector;

/// <summary>Brings a caller's token together with the keys, the clock and what is remembered, before the body is read.</summary>
internal sealed class TokenGate(SigningKeys signingKeys, TokenMemory memory, IOptions<ConnectorOptions> options, TimeProvider clock)
{
    public async Task<TokenCheck> CheckAsync(StringValues authorization, CancellationToken cancellationToken)
    {
        var (form, token) = BearerToken.Read(authorization);
        if (token is null) return new TokenCheck(form);
        var keys = await signingKeys.ForAsync(token.Kid, cancellationToken);
        if (keys is null) return new TokenCheck(TokenVerdict.NoKeys);
        return memory.Recall(token, keys) is { } known ? new TokenCheck(TokenVerdict.Accepted, known) : Judge(token, keys);
    }

    private TokenCheck Judge(BearerToken token, IReadOnlyList<SigningKey> keys)
    {
        var check = TokenValidator.Check(token, keys, options.Value, clock.GetUtcNow());
        if (check.Voucher is { } voucher) memory.Remember(token, voucher, keys);
        return check;
    }
}
