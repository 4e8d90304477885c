using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace ReflectionBot.Connector;

/// <summary>
/// A token whose form is right: one <c>Bearer</c> header, three base64url parts of at most 16 KB, and a header
/// that asks for RS256 by a key's id and for nothing this service does not do.
/// </summary>
internal sealed record BearerToken(string Raw, string Kid)
{
    public const int MaxLength = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static (TokenVerdict Verdict, BearerToken? Token) Read(StringValues authorization)
    {
        if (StringValues.IsNullOrEmpty(authorization)) return (TokenVerdict.Missing, null);
        var token = authorization.Count == 1 ? FromHeader(authorization[0]!) : null;
        return (token is null ? TokenVerdict.Malformed : TokenVerdict.Accepted, token);
    }

    private static BearerToken? FromHeader(string header)
    {
        var parts = header.Split(' ');
        var isBearer = parts.Length == 2 && parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase);
        return isBearer && HasTokenForm(parts[1]) && KeyId(parts[1]) is { } kid ? new BearerToken(parts[1], kid) : null;
    }

    private static bool HasTokenForm(string token) =>
        token.Length <= MaxLength
        && !token.AsSpan().ContainsAnyExcept(Letters)
        && token.Split('.', count: 4) is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }];

    private static string? KeyId(string token)
    {
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal))), Strict);
            return IsPlainRs256(header.RootElement) && Text(header.RootElement, "kid") is { Length: > 0 } kid ? kid : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    // "crit" is a demand we cannot meet, "zip" and a "cty" of JWT mean that the payload is not the claims themselves.
    private static bool IsPlainRs256(JsonElement header) =>
        header.ValueKind == JsonValueKind.Object
        && Text(header, "alg") == "RS256"
        && !header.TryGetProperty("crit", out _)
        && !header.TryGetProperty("zip", out _)
        && !header.TryGetProperty("enc", out _)
        && !header.TryGetProperty("cty", out _);

    private static string? Text(JsonElement header, string name) =>
        header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
