using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ReflectionBot.Tables;

namespace ReflectionBot.Delivery;

/// <summary>
/// Empties the outbox: at once when something is enqueued, again when something falls due, and after every restart. One
/// sender per tenant, whichever instance holds the lease; tenants side by side.
/// </summary>
internal sealed partial class Dispatcher(
    Outbox outbox, OutboxSignal signal, AddressBook addresses, Sender sender, Leases leases, StorageReady storage,
    IOptions<DeliveryOptions> options, TimeProvider time, ILogger<Dispatcher> logger) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _again = new(StringComparer.Ordinal);
    private readonly OutboxSignal _finished = new();
    private readonly Dictionary<string, TenantPace> _paces = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abandon = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => abandon.CancelAfter(options.Value.Shutdown));
        try
        {
            await storage.WaitAsync(stoppingToken);
            for (var woken = true; ; woken = await SleepAsync(stoppingToken))
                await StartTenantsAsync(woken, stoppingToken, abandon.Token);
        }
        finally
        {
            await Task.WhenAll(_running.Values);
        }
    }

    private async Task StartTenantsAsync(bool all, CancellationToken stop, CancellationToken abandon)
    {
        try
        {
            var open = await outbox.OpenBatchesAsync(null, stop);
            var tenants = open.Select(batch => batch.Id.Tenant).ToHashSet(StringComparer.Ordinal);
            foreach (var done in _due.Keys.Where(tenant => !tenants.Contains(tenant)))
                _due.TryRemove(done, out var _);
            foreach (var tenant in tenants)
            {
                if (_running.ContainsKey(tenant))
                    _again[tenant] = all || _again.GetValueOrDefault(tenant);
                else if (all || !_due.TryGetValue(tenant, out var due) || due <= time.GetUtcNow())
                    Start(tenant, stop, abandon);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Storage does not answer: nothing is due until the longest sleep is over.
            _due.Clear();
            Log.Failed(logger, failure.GetType().Name);
        }
    }

    private void Start(string tenant, CancellationToken stop, CancellationToken abandon)
    {
        _due.TryRemove(tenant, out var _);
        _running[tenant] = SendAsync(tenant, PaceOf(tenant), stop, abandon);
        _ = _running[tenant].ContinueWith(
            _ =>
            {
                _running.TryRemove(tenant, out var _);

                // Something came while it ran, perhaps after it had looked. What is merely due again is looked at in its time.
                if (_again.TryRemove(tenant, out var again) && again)
                    signal.Raise();
                else
                    _finished.Raise();
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task SendAsync(string tenant, TenantPace pace, CancellationToken stop, CancellationToken abandon)
    {
        // Never synchronously: the caller has yet to note that the tenant is running.
        await Task.Yield();
        DateTimeOffset? next = time.GetUtcNow() + LongestSleep;
        try
        {
            await using var lease = await leases.TryTakeAsync(tenant, stop);
            if (lease is null)
            {
                _due[tenant] = time.GetUtcNow() + WhenTaken;
                return;
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, lease.Lost);
            using var run = new TenantRun(tenant, pace, outbox, addresses, sender, options.Value, time, either.Token, abandon);
            next = await run.SendAsync();
        }
        catch (OperationCanceledException)
        {
            // Stopping, or the tenant is another instance's now.
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure.GetType().Name);
        }
        finally
        {
            if (next is { } due)
                _due[tenant] = due;
        }
    }

    /// <summary>A holder that shows no sign of life until then is dead.</summary>
    private TimeSpan WhenTaken => TimeSpan.FromTicks(Math.Min(LongestSleep.Ticks, (options.Value.Lease + AMoment).Ticks));

    private TenantPace PaceOf(string tenant)
    {
        if (_paces.TryGetValue(tenant, out var pace))
            return pace;

        var settings = options.Value;
        return _paces[tenant] = new TenantPace(
            new Pace(settings.PerSecond, settings.Burst, time),
            new ConversationPace(TimeSpan.FromSeconds(settings.ConversationSeconds), settings.ConversationBurst, time));
    }

    /// <summary>True when woken by something new, false when it was just time.</summary>
    private async Task<bool> SleepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = _due.Values.DefaultIfEmpty(now + LongestSleep).Min() - now;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var woken = signal.WaitAsync(either.Token).AsTask();
        var settled = _finished.WaitAsync(either.Token).AsTask();
        var slept = Task.Delay(TimeSpan.FromTicks(Math.Clamp(next.Ticks, 0, LongestSleep.Ticks)), time, either.Token);
        await Task.WhenAny(woken, settled, slept);
        await either.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return woken.IsCompletedSuccessfully;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be worked on ({Failure}); trying again shortly")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
