using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Hosting;

/// <summary>Ready means: the tables exist and one can be read right now.</summary>
internal sealed class StorageHealth(TableServiceClient tables, StorageReady ready, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!ready.IsReady)
            return HealthCheckResult.Unhealthy("Storage has not been reached yet.");

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await tables.GetTableClient(TeamStore.TableName).GetEntityIfExistsAsync("health", "health", null, either.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("Storage cannot be read.");
        }
    }
}
