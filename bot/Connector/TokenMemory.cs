using System.Security.Cryptography;
using System.Text;

namespace ReflectionBot.Connector;

/// <summary>
/// Tokens found good, by their SHA-256, until they expire or the keys they were judged by are replaced.
/// Bounded: when full it starts over, which costs one signature check per live token.
/// </summary>
internal sealed class TokenMemory(TimeProvider clock)
{
    private const int Capacity = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Voucher> vouchers = new(StringComparer.Ordinal);
    private IReadOnlyList<SigningKey>? judgedBy;

    public Voucher? Recall(BearerToken token, IReadOnlyList<SigningKey> keys)
    {
        lock (gate)
        {
            return ReferenceEquals(keys, judgedBy)
                && vouchers.TryGetValue(Fingerprint(token), out var voucher)
                && clock.GetUtcNow() - TokenValidator.Skew < voucher.Expires
                    ? voucher
                    : null;
        }
    }

    public void Remember(BearerToken token, Voucher voucher, IReadOnlyList<SigningKey> keys)
    {
        lock (gate)
        {
            if (!ReferenceEquals(keys, judgedBy) || vouchers.Count >= Capacity) vouchers.Clear();
            judgedBy = keys;
            vouchers[Fingerprint(token)] = voucher;
        }
    }

    private static string Fingerprint(BearerToken token) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token.Raw)));
}
