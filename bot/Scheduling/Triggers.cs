using Quartz;
using ReflectionBot.Teams;

namespace ReflectionBot.Scheduling;

/// <summary>
/// Every job and trigger there is. Each team has one trigger: the next moment at which something of its is due (an opening,
/// a reminder, a closing), as an instant that was computed in the team's own zone. It is replaced whenever the team
/// changes and after each firing. The sweep looks at all teams, which repairs whatever was lost or done by another instance.
/// </summary>
internal sealed class Triggers(IScheduler scheduler)
{
    public const string TenantKey = "tenant";
    public const string ThreadKey = "thread";

    public static readonly JobKey Advance = new("advance", "teams");
    public static readonly JobKey Sweep = new("sweep", "teams");
    public static readonly JobKey Retain = new("retention", "teams");

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenPurges = TimeSpan.FromHours(24);

    /// <summary>The jobs themselves, and the sweep. Team triggers come and go while the service runs.</summary>
    public static void Register(IQuartzBuilder quartz)
    {
        quartz.UseDefaultTimeZone(TimeZoneInfo.Utc);
        quartz.AddJob<AdvanceJob>(job => job.WithIdentity(Advance).StoreDurably());
        quartz.AddJob<SweepJob>(job => job.WithIdentity(Sweep).StoreDurably());
        quartz.AddJob<RetentionJob>(job => job.WithIdentity(Retain).StoreDurably());
        quartz.AddTrigger<RetentionJob>(trigger => trigger
            .WithIdentity("retention", "teams")
            .ForJob(Retain)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(BetweenPurges).RepeatForever()));
        quartz.AddTrigger<SweepJob>(trigger => trigger
            .WithIdentity("sweep", "teams")
            .ForJob(Sweep)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(BetweenSweeps).RepeatForever()));
    }

    /// <summary>Wakes the team at that moment, and not at whatever moment was planned before.</summary>
    public async Task PlanAsync(TeamId team, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var key = new TriggerKey(team.ToString(), "advance");
        if (at is not { } moment)
        {
            await scheduler.UnscheduleJob(key, cancellationToken);
            return;
        }

        // A one-shot that is late must still fire: what it finds due is decided by the rounds' own rules.
        var trigger = TriggerBuilder.Create(scheduler.TimeProvider)
            .WithIdentity(key)
            .ForJob(Advance)
            .UsingJobData(TenantKey, team.Tenant)
            .UsingJobData(ThreadKey, team.Thread)
            .StartAt(moment)
            .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }
}
