using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>Stops the start-up with one sentence that names the key.</summary>
internal sealed class ConnectorOptionsValidator(IHostEnvironment environment) : IValidateOptions<ConnectorOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectorOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(ConnectorOptions options) =>
        options.AuthenticationIsOn ? Identity(options).Concat(Credentials(options)).Concat(Addresses(options)) : Local(options);

    private IEnumerable<string> Local(ConnectorOptions options)
    {
        if (!environment.IsDevelopment())
            yield return "MicrosoftAppId is missing: without it authentication is off, and only Development starts like that.";
        else if (ChosenCredentials(options).FirstOrDefault() is { } key)
            yield return $"MicrosoftAppId is missing, but {key} is set: set both, or neither to run without authentication.";
    }

    private static IEnumerable<string> Identity(ConnectorOptions options)
    {
        if (!Guid.TryParseExact(options.MicrosoftAppId, "D", out _))
            yield return "MicrosoftAppId must be the GUID that the bot's app registration shows as its application (client) id.";
        if (string.IsNullOrEmpty(options.MicrosoftAppTenantId))
            yield return "MicrosoftAppTenantId is missing: set it to the GUID of the Entra tenant that the bot belongs to.";
        else if (!Guid.TryParseExact(options.MicrosoftAppTenantId, "D", out _))
            yield return "MicrosoftAppTenantId must be the GUID of an Entra tenant.";
    }

    private static IEnumerable<string> Credentials(ConnectorOptions options)
    {
        var chosen = ChosenCredentials(options).ToList();
        switch (options.MicrosoftAppType)
        {
            case ConnectorOptions.SingleTenant when chosen.Count == 0:
                yield return "MicrosoftAppPassword is missing: set it, or MicrosoftAppCertificatePath, "
                    + "MicrosoftAppCertificateThumbprint or MicrosoftAppFederatedClientId.";
                break;
            case ConnectorOptions.SingleTenant when chosen.Count > 1:
                yield return $"{string.Join(" and ", chosen)} are set: keep only one of them.";
                break;
            case ConnectorOptions.UserAssignedMsi when chosen.Count > 0:
                yield return $"{chosen[0]} is set, but MicrosoftAppType UserAssignedMSI needs no credential: remove it.";
                break;
            case ConnectorOptions.SingleTenant or ConnectorOptions.UserAssignedMsi:
                break;
            default:
                yield return "MicrosoftAppType must be SingleTenant or UserAssignedMSI.";
                break;
        }
    }

    private static IEnumerable<string> ChosenCredentials(ConnectorOptions options)
    {
        if (!string.IsNullOrEmpty(options.MicrosoftAppPassword)) yield return "MicrosoftAppPassword";
        if (!string.IsNullOrEmpty(options.MicrosoftAppCertificatePath)) yield return "MicrosoftAppCertificatePath";
        if (!string.IsNullOrEmpty(options.MicrosoftAppCertificateThumbprint)) yield return "MicrosoftAppCertificateThumbprint";
        if (!string.IsNullOrEmpty(options.MicrosoftAppFederatedClientId)) yield return "MicrosoftAppFederatedClientId";
    }

    private static IEnumerable<string> Addresses(ConnectorOptions options)
    {
        if (!MetadataClient.IsSafe(options.OpenIdMetadata))
            yield return "Connector:OpenIdMetadata must be an https address.";
        if (!options.Authority.IsAbsoluteUri || options.Authority.Scheme != Uri.UriSchemeHttps)
            yield return "Connector:Authority must be an https address.";
        if (string.IsNullOrWhiteSpace(options.Issuer))
            yield return "Connector:Issuer must not be empty.";
        if (options.AllowedServiceHosts.Any(host => host.Length < 2 || Uri.CheckHostName(host.TrimStart('.')) == UriHostNameType.Unknown))
            yield return "Connector:AllowedServiceHosts must hold host names only (no scheme, port or path).";
    }
}
