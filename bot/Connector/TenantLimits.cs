using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>How many activities of one tenant are handled at the same time, so that a noisy one does not starve the rest.</summary>
internal sealed class TenantLimits(IOptions<ConnectorOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(
        tenant => RateLimitPartition.GetConcurrencyLimiter(
            tenant,
            _ => new ConcurrencyLimiterOptions { PermitLimit = options.Value.ConcurrentPerTenant, QueueLimit = 0 }),
        StringComparer.OrdinalIgnoreCase);

    public RateLimitLease TryEnter(string? tenant) => limiter.AttemptAcquire(tenant ?? "");

    public void Dispose() => limiter.Dispose();
}
