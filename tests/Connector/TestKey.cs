using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.Connector;

/// <summary>A key pair of the far side, and tokens signed with it, well or badly formed.</summary>
internal sealed class TestKey(string kid, string pair = "a pair", int bits = 2048)
{
    // Making a pair takes a while; tests that need two name them.
    private static readonly ConcurrentDictionary<(string, int), RSA> Pairs = new();

    private readonly RSA rsa = Pairs.GetOrAdd((pair, bits), _ => RSA.Create(bits));

    public string Kid => kid;

    public RSA Rsa => rsa;

    /// <summary>Its entry in a JSON Web Key Set.</summary>
    public JsonObject Public(params string[] endorsements)
    {
        var parameters = rsa.ExportParameters(false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]),
        };
    }

    public JsonObject Header() => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = kid };

    public string Sign(JsonObject header, JsonObject payload) =>
        Join(header, payload, data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public string Sign(JsonObject payload) => Sign(Header(), payload);

    public static string Join(JsonObject header, JsonObject payload, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
