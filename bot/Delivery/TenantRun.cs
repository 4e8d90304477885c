using Azure;

namespace ReflectionBot.Delivery;

/// <summary>
/// One pass over what is due for one tenant, while this instance holds the tenant's lease: at the tenant's pace, with as many
/// requests in flight as the window allows, so that latency does not lower the pace.
/// </summary>
internal sealed class TenantRun(
    string tenant, TenantPace pace, Outbox outbox, AddressBook addresses, Sender sender, DeliveryOptions options, TimeProvider time,
    CancellationToken stop, CancellationToken abandon) : IDisposable
{
    /// <summary>The most that one query brings.</summary>
    private const int LargestPage = 1_000;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PageLasts = TimeSpan.FromSeconds(10);

    private readonly Recorder _recorder = new(outbox, options.MostUnrecorded, time);
    private readonly Flight _flight = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<BatchId, DateTimeOffset> _waiting = [];

    /// <summary>When something falls due that was not; null when nothing is pending any more. Throws when stopped.</summary>
    public async Task<DateTimeOffset?> SendAsync()
    {
        var isStopped = false;
        var batches = await outbox.OpenBatchesAsync(tenant, stop);
        try
        {
            // Without a pause between batches: a tenant of many small teams is sent to as fast as one of a single large team.
            await foreach (var page in Pages().ReadAsync(batches))
            {
                if (await SendPageAsync(page))
                    continue;
                isStopped = true;
                break;
            }
        }
        finally
        {
            // Stopped or not: what is in flight lands, and what landed is recorded.
            await _flight.LandedAsync();
            await _recorder.FlushAsync(abandon);
        }

        foreach (var batch in batches.Where(batch => !isStopped && !_waiting.ContainsKey(batch.Id)))
            await outbox.FinishAsync(batch, stop);
        return _waiting.Count == 0 ? null : _waiting.Values.Min();
    }

    public void Dispose() => _recorder.Dispose();

    private PendingPages Pages()
    {
        var size = (int)Math.Clamp(options.PerSecond * PageLasts.TotalSeconds, 1, LargestPage);
        return new PendingPages(tenant, outbox, addresses, size, time, stop);
    }

    /// <summary>False when the platform has stopped the tenant for a while: what is left waits until then.</summary>
    private async Task<bool> SendPageAsync(PendingPage page)
    {
        foreach (var delivery in page.Deliveries)
        {
            var now = time.GetUtcNow();
            var known = page.Addresses.GetValueOrDefault(delivery.To.Key);
            if (await IsOverAsync(page.Batch, delivery))
                await SettleAsync(delivery with { State = DeliveryState.Expired });
            else if (delivery.DueAt > page.ReadAt)
                Waits(delivery, delivery.DueAt);
            else if (TooSoon(delivery, known) is var wait && wait > TimeSpan.Zero)
                Waits(delivery, now + wait);
            else if (!page.Payloads.TryGetValue(delivery.Payload, out var payload))
                await SettleAsync(delivery with { State = DeliveryState.GivenUp, Reason = "NoPayload" });
            else if (!await StartAsync(page.Batch, delivery, known, payload))
                return false;
        }

        return true;
    }

    // A page may take a while to send, and what was read of the batch was read before it.
    private async Task<bool> IsOverAsync(OpenBatch batch, Delivery delivery) =>
        delivery.NotAfter <= time.GetUtcNow() || batch.IsWithdrawn || await outbox.IsWithdrawnAsync(batch.Id, stop);

    private TimeSpan TooSoon(Delivery delivery, Address? known) =>
        (delivery.To.Conversation ?? known?.Conversation?.ConversationId) is { } conversation
            ? pace.Conversations.Take(conversation)
            : TimeSpan.Zero;

    private async Task<bool> StartAsync(OpenBatch batch, Delivery delivery, Address? known, byte[] payload)
    {
        await _recorder.EnterAsync(stop);
        var isUsed = false;
        try
        {
            if (known?.Unreachable is null && await pace.Tenant.EnterAsync(stop) is { } stopped)
            {
                Waits(delivery, time.GetUtcNow() + stopped);
                return false;
            }

            // The round may have closed while the tenant's turn was waited for.
            var isOver = await IsOverAsync(batch, delivery);
            isUsed = true;
            if (isOver)
                await _recorder.AddAsync(delivery with { State = DeliveryState.Expired }, abandon);
            else
                Send(delivery, known, payload);
            return true;
        }
        finally
        {
            if (!isUsed)
                _recorder.Leave();
        }
    }

    private void Send(Delivery delivery, Address? known, byte[] payload)
    {
        _flight.Start();
        _ = SendOneAsync(delivery, known, payload);
    }

    private async Task SendOneAsync(Delivery delivery, Address? known, byte[] payload)
    {
        try
        {
            var after = await sender.SendAsync(delivery, payload, known, pace.Tenant, stop, abandon);
            if (after.State == DeliveryState.Pending)
                Waits(after, after.DueAt);
            await _recorder.AddAsync(after, abandon);
        }
        catch (Exception failure) when (failure is OperationCanceledException or RequestFailedException or AggregateException)
        {
            // What became of it is not known; it is still pending in the outbox.
            Waits(delivery, time.GetUtcNow() + AfterFailure);
            _recorder.Leave();
        }
        finally
        {
            _flight.Land();
        }
    }

    private async Task SettleAsync(Delivery delivery)
    {
        await _recorder.EnterAsync(stop);
        await _recorder.AddAsync(delivery, abandon);
    }

    private void Waits(Delivery delivery, DateTimeOffset until)
    {
        lock (_gate)
            _waiting[delivery.Batch] = _waiting.TryGetValue(delivery.Batch, out var before) && before < until ? before : until;
    }
}

/// <summary>How fast one tenant, and each conversation in it, may be written to.</summary>
internal sealed record TenantPace(Pace Tenant, ConversationPace Conversations);
