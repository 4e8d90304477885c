using System.Collections.Concurrent;
using Azure;
using Microsoft.Extensions.Options;

namespace ReflectionBot.Delivery;

/// <summary>Takes tenants that nobody sends for, or whose sender has shown no sign of life for the length of a lease.</summary>
internal sealed class Leases(LeaseStore store, IOptions<DeliveryOptions> options, TimeProvider time)
{
    private readonly string _holder = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
    private readonly ConcurrentDictionary<string, (ETag ETag, long Since)> _seen = new(StringComparer.Ordinal);

    /// <summary>Null when another instance has the tenant.</summary>
    public async Task<SenderLease?> TryTakeAsync(string tenant, CancellationToken cancellationToken)
    {
        var row = await store.FindAsync(tenant, cancellationToken);
        if (row is not null && !LeaseStore.IsFree(row) && !IsStale(tenant, row.ETag))
            return null;

        var taken = await store.TryTakeAsync(tenant, row, _holder, cancellationToken);
        return taken is null ? null : new SenderLease(store, taken, options.Value.Lease, time);
    }

    private bool IsStale(string tenant, ETag etag)
    {
        var now = time.GetTimestamp();
        var seen = _seen.AddOrUpdate(tenant, _ => (etag, now), (_, before) => before.ETag == etag ? before : (etag, now));
        return time.GetElapsedTime(seen.Since, now) >= options.Value.Lease;
    }
}
