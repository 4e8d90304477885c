namespace ReflectionBot.Delivery;

/// <summary>
/// What is pending for a tenant, batch after batch, with all that sending it takes. Always one page ahead of the sender, so that
/// reading does not lower the pace; and no more, so that what was read is still so.
/// </summary>
internal sealed class PendingPages(string tenant, Outbox outbox, AddressBook addresses, int pageSize, TimeProvider time, CancellationToken stop)
{
    public async IAsyncEnumerable<PendingPage> ReadAsync(IReadOnlyList<OpenBatch> batches)
    {
        await using var pages = PagesAsync(batches).GetAsyncEnumerator(stop);
        var reading = pages.MoveNextAsync().AsTask();
        try
        {
            while (await reading)
            {
                var page = pages.Current;
                reading = pages.MoveNextAsync().AsTask();
                yield return page;
            }
        }
        finally
        {
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async IAsyncEnumerable<PendingPage> PagesAsync(IReadOnlyList<OpenBatch> batches)
    {
        foreach (var batch in batches)
        {
            PendingPage? before = null;
            await foreach (var deliveries in outbox.PendingAsync(batch.Id, pageSize, stop))
                yield return before = await PageAsync(batch, deliveries, before);
        }
    }

    private async Task<PendingPage> PageAsync(OpenBatch batch, IReadOnlyList<Delivery> deliveries, PendingPage? before)
    {
        var now = time.GetUtcNow();
        var due = batch.IsWithdrawn ? [] : deliveries.Where(delivery => delivery.DueAt <= now).ToList();
        var known = await addresses.FindAsync(tenant, [.. due.Select(delivery => delivery.To.Key)], stop);
        var payloads = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var payload in due.Select(delivery => delivery.Payload).Distinct(StringComparer.Ordinal))
        {
            if ((before?.Payloads.GetValueOrDefault(payload) ?? await outbox.PayloadAsync(batch.Id, payload, stop)) is { } read)
                payloads[payload] = read;
        }

        return new PendingPage(batch, deliveries, now, known, payloads);
    }
}

/// <summary>Deliveries of one batch; for those due when it was read, the addresses that are known, and what they carry.</summary>
internal sealed record PendingPage(
    OpenBatch Batch, IReadOnlyList<Delivery> Deliveries, DateTimeOffset ReadAt, IReadOnlyDictionary<string, Address> Addresses,
    IReadOnlyDictionary<string, byte[]> Payloads);
