using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>
/// The credential that MicrosoftAppType and its companions ask for. A new one each time: what it remembers it
/// reckons on the machine's clock, and <see cref="BotTokens"/> remembers already.
/// </summary>
internal sealed class BotCredential(IOptions<ConnectorOptions> options, IHttpClientFactory http)
{
    private readonly ConnectorOptions settings = options.Value;

    public string Scope => CloudAddresses.Of(settings.Cloud).TokenScope;

    public TokenCredential Create() => settings switch
    {
        { MicrosoftAppType: ConnectorOptions.UserAssignedMsi } => Identity(settings.MicrosoftAppId),
        { MicrosoftAppFederatedClientId.Length: > 0 } => Federated(),
        { MicrosoftAppCertificatePath: { Length: > 0 } path } => Signing(InFile(path)),
        { MicrosoftAppCertificateThumbprint: { Length: > 0 } thumbprint } => Signing(InStore(thumbprint)),
        _ => new ClientSecretCredential(
            settings.MicrosoftAppTenantId,
            settings.MicrosoftAppId,
            settings.MicrosoftAppPassword,
            With(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true })),
    };

    private ClientCertificateCredential Signing(X509Certificate2 certificate) => new(
        settings.MicrosoftAppTenantId,
        settings.MicrosoftAppId,
        certificate,
        With(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true }));

    private ManagedIdentityCredential Identity(string? clientId) =>
        new(With(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(clientId))));

    private ClientAssertionCredential Federated()
    {
        var identity = Identity(settings.MicrosoftAppFederatedClientId);
        var exchange = new TokenRequestContext([CloudAddresses.Of(settings.Cloud).FederationScope]);
        return new ClientAssertionCredential(
            settings.MicrosoftAppTenantId,
            settings.MicrosoftAppId,
            async cancellationToken => (await identity.GetTokenAsync(exchange, cancellationToken)).Token,
            With(new ClientAssertionCredentialOptions { DisableInstanceDiscovery = true }));
    }

    private T With<T>(T credential)
        where T : TokenCredentialOptions
    {
        credential.AuthorityHost = settings.Authority;
        credential.Transport = new HttpClientTransport(http.CreateClient(ConnectorServices.TokenHttp));
        credential.Retry.MaxRetries = 0;
        return credential;
    }

    private static X509Certificate2 InFile(string path) => Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
        ? X509Certificate2.CreateFromPemFile(path)
        : X509CertificateLoader.LoadPkcs12FromFile(path, password: null);

    private static X509Certificate2 InStore(string thumbprint) =>
        Find(StoreLocation.CurrentUser, thumbprint)
        ?? Find(StoreLocation.LocalMachine, thumbprint)
        ?? throw new CredentialUnavailableException("No certificate with the thumbprint in MicrosoftAppCertificateThumbprint.");

    private static X509Certificate2? Find(StoreLocation location, string thumbprint)
    {
        using var store = new X509Store(StoreName.My, location);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault(c => c.HasPrivateKey);
    }
}
