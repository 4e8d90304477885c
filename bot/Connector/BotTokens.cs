using Azure.Core;

namespace ReflectionBot.Connector;

/// <summary>
/// The bot's own token: one at a time, fetched once for all who wait, renewed five minutes before it ends; if that
/// fails the old one serves while it lives. After a failure the token endpoint is left alone for half a minute.
/// </summary>
internal sealed partial class BotTokens(BotCredential credential, TimeProvider clock, ILogger<BotTokens> logger)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenRejections = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private BotToken? current;
    private Task? fetching;
    private DateTimeOffset failed = DateTimeOffset.MinValue;
    private DateTimeOffset rejected = DateTimeOffset.MinValue;

    /// <summary>False from a failed fetch until the next that succeeds; for the health check.</summary>
    public bool Healthy { get; private set; } = true;

    /// <summary>When the token endpoint may be asked again after a failure.</summary>
    public TimeSpan RetryAfter => Positive(failed + BetweenFailures - clock.GetUtcNow());

    /// <summary>A living token, or null when there is none to be had now.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        await RefreshedAsync().WaitAsync(cancellationToken);
        lock (gate) return current is { } token && clock.GetUtcNow() < token.Expires ? token.Value : null;
    }

    /// <summary>Throws a token away that the connector did not accept. False when a new one was tried a moment ago.</summary>
    public bool Reject(string token)
    {
        lock (gate)
        {
            if (current?.Value != token) return true;
            var now = clock.GetUtcNow();
            if (now - rejected < BetweenRejections) return false;
            (rejected, current) = (now, null);
            return true;
        }
    }

    private Task RefreshedAsync()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (current is { } token && now < token.RenewAt) return Task.CompletedTask;
            if (fetching is null && now - failed < BetweenFailures) return Task.CompletedTask;
            return fetching ??= Task.Run(FetchAsync);
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            using var timeout = new CancellationTokenSource(FetchTimeout, clock);
            var fresh = await credential.Create().GetTokenAsync(new TokenRequestContext([credential.Scope]), timeout.Token);
            var token = Reckon(fresh);
            lock (gate) (current, Healthy, fetching) = (token, true, null);
        }
        catch (Exception exception)
        {
            lock (gate) (failed, Healthy, fetching) = (clock.GetUtcNow(), false, null);
            Log.FetchFailed(logger, exception.GetType().Name, EntraError.Of(exception));
        }
    }

    // Azure.Identity adds the lifetime to the machine's clock; this takes it off again.
    private BotToken Reckon(AccessToken fresh)
    {
        var (now, lifetime) = (clock.GetUtcNow(), fresh.ExpiresOn - TimeProvider.System.GetUtcNow());
        if (lifetime <= TimeSpan.Zero) throw new InvalidOperationException("The token is at its end already.");
        return new BotToken(fresh.Token, now + lifetime, now + (lifetime > 2 * Early ? lifetime - Early : lifetime / 2));
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private sealed record BotToken(string Value, DateTimeOffset Expires, DateTimeOffset RenewAt);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "No token for the Bot Connector ({Failure} {Code}); check the MicrosoftApp* settings.")]
        public static partial void FetchFailed(ILogger logger, string failure, string code);
    }
}
