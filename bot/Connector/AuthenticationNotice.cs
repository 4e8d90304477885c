using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>Says in the log at start when nobody's identity is checked.</summary>
internal sealed partial class AuthenticationNotice(IOptions<ConnectorOptions> options, ILogger<AuthenticationNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.AuthenticationIsOn) Log.AuthenticationOff(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Authentication is off, because MicrosoftAppId is not set: only callers on this machine are let in.")]
        public static partial void AuthenticationOff(ILogger logger);
    }
}
