using System.Net;

namespace ReflectionBot.Connector;

/// <summary>
/// Is the caller on this machine? A tunnel's or proxy's other end is not, though its last step is local; it is
/// known by the host name it was asked for, or by the header it adds.
/// </summary>
internal static class LocalCaller
{
    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote)
        && IsLocalName(context.Request.Host.Host)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
