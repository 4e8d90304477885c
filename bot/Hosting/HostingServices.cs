using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace ReflectionBot.Hosting;

internal static class HostingServices
{
    private const string Ready = "ready";

    public static IServiceCollection AddStartupAndHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<StorageHealth>("storage", tags: [Ready])
            .AddCheck<TokenHealth>("token", tags: [Ready]);
        return services.AddHostedService<StorageStartup>();
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        return endpoints;
    }
}
