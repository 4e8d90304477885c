using ReflectionBot.Teams;

namespace ReflectionBot.Scheduling;

/// <summary>Plans every team at start from what is stored, and a single one again as soon as it changes.</summary>
internal sealed partial class TeamPlanning(
    TeamStore teams, TeamClock clock, Triggers triggers, TeamChanges changes, ILogger<TeamPlanning> logger) : BackgroundService
{
    public async Task PlanAllAsync(CancellationToken cancellationToken)
    {
        if (!teams.IsReady)
            return;

        foreach (var team in await teams.AllAsync(cancellationToken))
            await PlanAsync(team.Id, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await teams.ReadyAsync(stoppingToken);
        await GuardAsync(() => PlanAllAsync(stoppingToken));
        await foreach (var team in changes.ReadAllAsync(stoppingToken))
            await PlanAsync(team, stoppingToken);
    }

    // One team's trouble is not another's: the sweep comes back to it.
    private Task PlanAsync(TeamId team, CancellationToken cancellationToken) =>
        GuardAsync(async () => await triggers.PlanAsync(team, await clock.TickAsync(team, cancellationToken), cancellationToken));

    /// <summary>What fails is logged, and comes again with the next sweep.</summary>
    public async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.Failed(logger, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A team could not be moved on ({Failure}); the next sweep tries again")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
