using Azure;
using ReflectionBot.Tables;

namespace ReflectionBot.Delivery;

/// <summary>This instance's claim on one tenant, renewed until it is given back or lost.</summary>
internal sealed class SenderLease : IAsyncDisposable
{
    private readonly LeaseStore _store;
    private readonly TableEntity _row;
    private readonly TimeSpan _length;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _done = new();
    private readonly Task _renewing;

    public SenderLease(LeaseStore store, TableEntity row, TimeSpan length, TimeProvider time)
    {
        (_store, _row, _length, _time) = (store, row, length, time);
        _renewing = RenewAsync();
    }

    /// <summary>Cancelled when the tenant may be somebody else's by now: sending must stop.</summary>
    public CancellationToken Lost => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _renewing;
        if (!_lost.IsCancellationRequested)
            await ReleaseAsync();
        _lost.Dispose();
        _done.Dispose();
    }

    private async Task RenewAsync()
    {
        var renewed = _time.GetUtcNow();
        while (await WaitedAsync())
        {
            try
            {
                if (!await _store.TryRenewAsync(_row, _done.Token))
                    break;
                renewed = _time.GetUtcNow();
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException or OperationCanceledException)
            {
                // Storage does not answer. Others may take over after a whole lease; stop well before.
                if (_time.GetUtcNow() - renewed > _length * 2 / 3)
                    break;
            }
        }

        if (!_done.IsCancellationRequested)
            await _lost.CancelAsync();
    }

    private async Task<bool> WaitedAsync()
    {
        await Task.Delay(_length / 3, _time, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_done.IsCancellationRequested;
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await _store.TryReleaseAsync(_row, CancellationToken.None);
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException)
        {
            // It runs out by itself.
        }
    }
}
