using Azure;

namespace ReflectionBot.Delivery;

/// <summary>
/// The window of cards that are being sent, or were sent and are not recorded yet: never more than the crash bound. Results
/// are recorded several to a transaction; a place in the window is free again only when its result is stored.
/// </summary>
internal sealed class Recorder(Outbox outbox, int most, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _window = new(most);
    private readonly Lock _gate = new();
    private readonly int _flushAt = Math.Clamp(most / 2, 1, 100);
    private List<Delivery> _results = [];

    /// <summary>Waits for a place in the window, and takes it.</summary>
    public Task EnterAsync(CancellationToken cancellationToken) => _window.WaitAsync(cancellationToken);

    /// <summary>Gives the place back without a result: nothing was sent.</summary>
    public void Leave() => _window.Release();

    /// <summary>Takes a result; writes when there is a half window of them.</summary>
    public Task AddAsync(Delivery result, CancellationToken cancellationToken)
    {
        List<Delivery> full;
        lock (_gate)
        {
            _results.Add(result);
            if (_results.Count < _flushAt)
                return Task.CompletedTask;
            (full, _results) = (_results, []);
        }

        return WriteAsync(full, cancellationToken);
    }

    /// <summary>Writes what there is.</summary>
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        List<Delivery> rest;
        lock (_gate)
            (rest, _results) = (_results, []);
        return WriteAsync(rest, cancellationToken);
    }

    public void Dispose() => _window.Dispose();

    private async Task WriteAsync(List<Delivery> results, CancellationToken cancellationToken)
    {
        foreach (var batch in results.GroupBy(result => result.Batch))
            await WriteUntilStoredAsync([.. batch], cancellationToken);
        if (results.Count > 0)
            _window.Release(results.Count);
    }

    // What was sent must be recorded, or it would be sent again: while storage does not answer, the window stays full.
    // Cancelled, it is still tried once.
    private async Task WriteUntilStoredAsync(IReadOnlyCollection<Delivery> results, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await outbox.RecordAsync(results, CancellationToken.None);
                return;
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException)
            {
                await Task.Delay(BetweenAttempts, time, cancellationToken);
            }
        }
    }
}
