using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>
/// Which service URLs the bot may call. What was stored long ago is checked again here before every call:
/// https hosts on the allow-list, and in Development the machine's own loopback.
/// </summary>
internal sealed class ServiceHosts(IOptions<ConnectorOptions> options, IHostEnvironment environment)
{
    public bool MayCall(Uri serviceUrl) =>
        serviceUrl.IsAbsoluteUri && IsPlain(serviceUrl) && (IsLocal(serviceUrl) || IsAllowed(serviceUrl));

    // A query or fragment would swallow the path that is appended to the address.
    private static bool IsPlain(Uri url) =>
        url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;

    private bool IsLocal(Uri url) =>
        environment.IsDevelopment() && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback;

    private bool IsAllowed(Uri url) =>
        options.Value.AuthenticationIsOn
        && url.Scheme == Uri.UriSchemeHttps
        && url.IsDefaultPort
        && options.Value.AllowedServiceHosts.Any(allowed => Matches(url.IdnHost, allowed));

    private static bool Matches(string host, string allowed) => allowed.StartsWith('.')
        ? host.Length > allowed.Length && host.EndsWith(allowed, StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
