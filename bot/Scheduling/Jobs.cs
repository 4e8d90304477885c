using Quartz;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Scheduling;

/// <summary>One team's moment has come.</summary>
internal sealed class AdvanceJob(TeamClock clock, Triggers triggers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var team = new TeamId(data.GetString(Triggers.TenantKey)!, data.GetString(Triggers.ThreadKey)!);
        await triggers.PlanAsync(team, await clock.TickAsync(team, cancellationToken), cancellationToken);
    }
}

/// <summary>Looks after every team, whatever was planned, and after the week that is over for all of them.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(TeamPlanning planning, OrganisationReport report) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await planning.PlanAllAsync(cancellationToken);
        await planning.GuardAsync(() => report.PublishAsync(cancellationToken));
    }
}

/// <summary>Forgets what every team no longer keeps.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Retention retention) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await retention.PurgeAllAsync(cancellationToken);
}
