using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>
/// The signing keys in memory. Our own and not IdentityModel's ConfigurationManager, because that one reads the
/// machine's clock. Twelve hours old: renewed behind the scenes. Unknown key id: renewed at once, but at most every
/// five minutes. A failure leaves the last good keys where they are; there is never more than one fetch under way.
/// </summary>
internal sealed partial class SigningKeys(
    MetadataClient metadata, IOptions<ConnectorOptions> options, TimeProvider clock, ILogger<SigningKeys> logger)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenForced = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private IReadOnlyList<SigningKey>? keys;
    private DateTimeOffset fetched = DateTimeOffset.MinValue;
    private DateTimeOffset failed = DateTimeOffset.MinValue;
    private DateTimeOffset forced = DateTimeOffset.MinValue;
    private Task? fetching;

    /// <summary>The keys to judge a token by, or null when none could ever be had. Waits only if there is no key for this id.</summary>
    public async Task<IReadOnlyList<SigningKey>?> ForAsync(string kid, CancellationToken cancellationToken)
    {
        await RefreshedAsync(kid).WaitAsync(cancellationToken);
        lock (gate) return keys;
    }

    private Task RefreshedAsync(string kid)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (keys is null) return now - failed >= BetweenFailures ? Fetch() : fetching ?? Task.CompletedTask;
            if (keys.All(key => key.Kid != kid)) return MayForce(now) ? Fetch() : fetching ?? Task.CompletedTask;
            if (now - fetched >= FreshFor && now - failed >= BetweenForced) _ = Fetch();
            return Task.CompletedTask;
        }
    }

    private bool MayForce(DateTimeOffset now)
    {
        if (now - forced < BetweenForced) return false;
        forced = now;
        return true;
    }

    private Task Fetch() => fetching ??= Task.Run(FetchAsync);

    private async Task FetchAsync()
    {
        try
        {
            using var timeout = new CancellationTokenSource(options.Value.MetadataTimeout, clock);
            var fresh = await metadata.FetchAsync(timeout.Token);
            lock (gate) (keys, fetched, fetching) = (fresh, clock.GetUtcNow(), null);
            Log.Fetched(logger, fresh.Count);
        }
        catch (Exception exception)
        {
            lock (gate) (failed, fetching) = (clock.GetUtcNow(), null);
            Log.FetchFailed(logger, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The Bot Connector's signing keys were fetched: {Count}.")]
        public static partial void Fetched(ILogger logger, int count);

        [LoggerMessage(LogLevel.Warning, "The Bot Connector's signing keys could not be fetched ({Failure}); the last good ones stay.")]
        public static partial void FetchFailed(ILogger logger, string failure);
    }
}
