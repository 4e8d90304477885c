using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ReflectionBot.Scheduling;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.World;

/// <content>Moving time, and knowing when everything that was set going has come to rest.</content>
internal sealed partial class BotWorld
{
    private const int CalmLooks = 10;

    private static readonly TimeZoneInfo Copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static DateTimeOffset Moment(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Copenhagen.GetUtcOffset(time));
    }

    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Copenhagen);

    /// <summary>Moves the clock, stopping wherever a team has something due on the way.</summary>
    public async Task MoveTo(string local)
    {
        var target = Moment(local);
        while (await NextDue() is { } next && next < target)
            await Leap(next);
        await Leap(target);
    }

    /// <summary>Moves the clock in one go, as far as anybody can tell.</summary>
    public Task Wait(TimeSpan time) => Leap(Clock.GetUtcNow() + time);

    /// <summary>Waits for what happens by itself, in real time.</summary>
    public static async Task Until(Func<bool> happened)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "It did not happen.");
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }

    /// <summary>Waits until nothing is said on any wire, no job runs, and none that is due waits.</summary>
    public async Task Settle()
    {
        var since = TimeProvider.System.GetTimestamp();
        var seen = -1L;
        for (var calm = 0; calm < CalmLooks;)
        {
            await Task.Delay(BetweenLooks, TimeProvider.System);
            var isCalm = Traffic.UnderWay == Far.Faults.Hanging && Traffic.Begun == seen && await AreIdle();
            calm = isCalm ? calm + 1 : 0;
            seen = Traffic.Begun;
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new TimeoutException($"The service does not come to rest.\n{string.Join('\n', Log.Lines.TakeLast(20))}");
        }
    }

    private async Task Leap(DateTimeOffset moment)
    {
        Clock.LeapTo(moment);
        await Settle();
    }

    private async Task<bool> AreIdle()
    {
        foreach (var service in services)
        {
            var scheduler = service.Services.GetRequiredService<IScheduler>();
            var now = scheduler.TimeProvider.GetUtcNow();
            if (!service.Services.GetRequiredService<StorageReady>().IsReady || scheduler.Status != SchedulerStatus.Running)
                return false;
            if ((await scheduler.QueryFireInstances(new FireInstanceQuery(), CancellationToken.None)).Items.Count > 0)
                return false;
            if (await NextOf(scheduler, Triggers.Advance) <= now || await NextOf(scheduler, Triggers.Sweep) <= now)
                return false;
        }

        return true;
    }

    private async Task<DateTimeOffset?> NextDue()
    {
        DateTimeOffset? next = null;
        foreach (var service in services)
        {
            var scheduler = service.Services.GetRequiredService<IScheduler>();
            var due = await NextOf(scheduler, Triggers.Advance) - (scheduler.TimeProvider.GetUtcNow() - Clock.GetUtcNow());
            next = next is null || due < next ? due : next;
        }

        return next;
    }

    private static async Task<DateTimeOffset?> NextOf(IScheduler scheduler, JobKey job)
    {
        var triggers = await scheduler.GetTriggersOfJob(job, CancellationToken.None);
        return triggers.Select(trigger => trigger.NextFireTimeUtc).Min();
    }
}
