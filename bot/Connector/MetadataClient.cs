using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>Fetches the Bot Connector's signing keys: first the OpenID metadata, then the key set it points to.</summary>
internal sealed class MetadataClient(IHttpClientFactory http, IOptions<ConnectorOptions> options)
{
    /// <summary>Bytes; the real documents are about 30 KB.</summary>
    public const int MaxResponseBytes = 512 * 1024;

    /// <summary>Over https; plain http only from the machine itself.</summary>
    public static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    public async Task<IReadOnlyList<SigningKey>> FetchAsync(CancellationToken cancellationToken)
    {
        var client = http.CreateClient(ConnectorServices.MetadataHttp);
        var metadata = await client.GetByteArrayAsync(options.Value.OpenIdMetadata, cancellationToken);
        var keys = SigningKey.ReadSet(await client.GetByteArrayAsync(KeysAddress(metadata), cancellationToken));
        return keys.Count > 0 ? keys : throw new JsonException("The key set holds no usable key.");
    }

    private static Uri KeysAddress(byte[] metadata)
    {
        using var document = JsonDocument.Parse(metadata);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("jwks_uri", out var address)
            && address.ValueKind == JsonValueKind.String
            && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var uri)
            && IsSafe(uri)
                ? uri
                : throw new JsonException("The OpenID metadata holds no usable jwks_uri.");
    }
}
