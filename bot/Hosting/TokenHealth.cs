using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReflectionBot.Connector;

namespace ReflectionBot.Hosting;

/// <summary>Ready means, too: the bot's own identity gets its tokens, without which nothing can be sent.</summary>
internal sealed class TokenHealth(BotTokens tokens) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(tokens.Healthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The bot's identity gets no token."));
}
