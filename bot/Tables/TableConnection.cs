using Azure.Core;
using Azure.Core.Pipeline;

namespace ReflectionBot.Tables;

/// <summary>Where the account is and how a request proves itself. Not a record: nothing here may be printed.</summary>
internal sealed class TableConnection
{
    private const string StorageScope = "https://storage.azure.com/.default";
    private const string DevelopmentStorage =
        "AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1";

    private readonly HttpPipelinePolicy _credential;

    private TableConnection(Uri endpoint, HttpPipelinePolicy credential)
    {
        _credential = credential;
        // One trailing slash, no query: request addresses are made by appending.
        Endpoint = new Uri(endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    public Uri Endpoint { get; }

    /// <summary>Adds the credential, which comes after the headers because it may sign them.</summary>
    public void AddTo(HttpPipelineOptions pipeline)
    {
        if (_credential is SasPolicy)
            pipeline.PerCallPolicies.Add(_credential);
        else
            pipeline.PerRetryPolicies.Add(_credential);
    }

    public static TableConnection Parse(string connectionString)
    {
        var parts = Split(connectionString);
        if (parts.GetValueOrDefault("UseDevelopmentStorage") is "true" or "True")
            parts = Split(DevelopmentStorage);

        var endpoint = EndpointOf(parts);
        if (parts.TryGetValue("SharedAccessSignature", out var sas))
            return FromSas(endpoint, sas);

        return new TableConnection(endpoint, new SharedKeyLitePolicy(Required(parts, "AccountName"), KeyOf(parts)));
    }

    public static TableConnection FromSas(Uri endpointWithSas) => FromSas(endpointWithSas, endpointWithSas.Query);

    public static TableConnection FromToken(Uri endpoint, TokenCredential credential) =>
        new(endpoint, new BearerTokenAuthenticationPolicy(credential, StorageScope));

    private static TableConnection FromSas(Uri endpoint, string sas)
    {
        if (!sas.Contains("sig=", StringComparison.Ordinal))
            throw new FormatException("The table endpoint carries no shared access signature.");
        // A shared access signature is itself the secret, unlike a signature made with an account key.
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback)
            throw new FormatException("A shared access signature is only sent over https.");
        return new TableConnection(endpoint, new SasPolicy(sas));
    }

    private static Uri EndpointOf(Dictionary<string, string> parts)
    {
        var address = parts.TryGetValue("TableEndpoint", out var given)
            ? given
            : $"{parts.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{Required(parts, "AccountName")}"
                + $".table.{parts.GetValueOrDefault("EndpointSuffix", "core.windows.net")}";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new FormatException("TableEndpoint in the storage connection string is not an address.");
    }

    private static byte[] KeyOf(Dictionary<string, string> parts)
    {
        var encoded = Required(parts, "AccountKey");
        var key = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, key, out var length)
            ? key[..length]
            : throw new FormatException("AccountKey in the storage connection string is not base64.");
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value)
            ? value
            : throw new FormatException($"The storage connection string lacks {name}.");

    private static Dictionary<string, string> Split(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Keys and signatures end in '=' themselves: only the first one separates.
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new FormatException("The storage connection string is not a list of Name=Value.");
            parts[part[..equals]] = part[(equals + 1)..];
        }

        return parts;
    }
}
