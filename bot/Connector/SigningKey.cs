using System.Buffers.Text;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ReflectionBot.Connector;

/// <summary>One of the Bot Connector's public keys, and the channels it speaks for (JSON: <c>endorsements</c>).</summary>
internal sealed record SigningKey(string Kid, SecurityKey Key, IReadOnlySet<string> Endorsements)
{
    private const int MinimumBits = 2048;

    // A provider holds one RSA object, which is not for several requests at a time; tokens are remembered, so few are made.
    private static readonly CryptoProviderFactory Uncached = new() { CacheSignatureProviders = false };

    /// <summary>Reads a JSON Web Key Set. A key that cannot be used is left out; what is not a key set throws JsonException.</summary>
    public static IReadOnlyList<SigningKey> ReadSet(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("keys", out var keys)
            || keys.ValueKind != JsonValueKind.Array)
            throw new JsonException("This is not a JSON Web Key Set.");
        return [.. keys.EnumerateArray().Select(Read).OfType<SigningKey>()];
    }

    private static SigningKey? Read(JsonElement key)
    {
        if (key.ValueKind != JsonValueKind.Object || Text(key, "kty") != "RSA") return null;
        if (Text(key, "use") is not (null or "sig") || Text(key, "alg") is not (null or "RS256")) return null;
        if (Text(key, "kid") is not { Length: > 0 } kid) return null;
        var rsa = new RSAParameters { Modulus = Bytes(key, "n"), Exponent = Bytes(key, "e") };
        return IsStrong(rsa)
            ? new SigningKey(kid, new RsaSecurityKey(rsa) { KeyId = kid, CryptoProviderFactory = Uncached }, Endorsed(key))
            : null;
    }

    private static bool IsStrong(RSAParameters rsa) =>
        rsa.Modulus is { } modulus
        && rsa.Exponent is { } exponent
        && new BigInteger(modulus, isUnsigned: true, isBigEndian: true).GetBitLength() >= MinimumBits
        && new BigInteger(exponent, isUnsigned: true, isBigEndian: true) > BigInteger.One;

    private static HashSet<string> Endorsed(JsonElement key) =>
        key.TryGetProperty("endorsements", out var channels) && channels.ValueKind == JsonValueKind.Array
            ? [.. channels.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString()!)]
            : [];

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(JsonElement key, string name)
    {
        try
        {
            return Text(key, name) is { Length: > 0 } text ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
