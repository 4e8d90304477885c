using Quartz;

namespace ReflectionBot.Scheduling;

internal static class SchedulingServices
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddQuartz(Triggers.Register);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services
            .AddSingleton<TeamClock>()
            .AddSingleton<Triggers>()
            .AddSingleton<TeamPlanning>()
            .AddHostedService(provider => provider.GetRequiredService<TeamPlanning>());
    }
}
