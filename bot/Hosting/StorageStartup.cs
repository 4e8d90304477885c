using ReflectionBot.Tables;

namespace ReflectionBot.Hosting;

/// <summary>
/// Makes the tables, and keeps trying while storage cannot be reached: the service is alive but not ready meanwhile.
/// Says so once, not with every attempt.
/// </summary>
internal sealed partial class StorageStartup(
    TableServiceClient tables, IEnumerable<StoredTable> stored, StorageReady ready, TimeProvider time, ILogger<StorageStartup> logger)
    : BackgroundService
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var said = false;
        while (!await TryAsync(said, stoppingToken))
        {
            said = true;
            await Task.Delay(BetweenAttempts, time, stoppingToken);
        }

        ready.Set();
        Log.Ready(logger);
    }

    private async Task<bool> TryAsync(bool said, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(stored.Select(table => tables.GetTableClient(table.Name).CreateIfNotExistsAsync(cancellationToken)));
            return true;
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException or Azure.Identity.AuthenticationFailedException)
        {
            if (!said)
                Log.Unreachable(logger, failure.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Storage cannot be reached ({Failure}). Check Storage:ConnectionString or Storage:TableEndpoint; trying again every few seconds")]
        public static partial void Unreachable(ILogger logger, string failure);

        [LoggerMessage(Level = LogLevel.Information, Message = "Storage is ready")]
        public static partial void Ready(ILogger logger);
    }
}
