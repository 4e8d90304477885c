namespace ReflectionBot.Tests.World;

public sealed class FakeClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeClock clock = new(Start);

    [Fact]
    public void Timers_fire_in_due_order_with_the_clock_standing_at_each()
    {
        var fired = new List<string>();
        using var late = clock.CreateTimer(_ => fired.Add($"late {clock.GetUtcNow():mm:ss}"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(_ => fired.Add($"often {clock.GetUtcNow():mm:ss}"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["often 00:01", "late 00:03", "often 00:03", "often 00:05"], fired);
        Assert.Equal(Start.AddSeconds(5), clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_set_by_a_timer_fires_in_the_same_move()
    {
        var fired = new List<DateTimeOffset>();
        ITimer? second = null;
        using var first = clock.CreateTimer(
            _ => second = clock.CreateTimer(_ => fired.Add(clock.GetUtcNow()), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([Start.AddSeconds(2)], fired);
        second?.Dispose();
    }

    [Fact]
    public void A_disposed_timer_is_silent()
    {
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, fired);
        Assert.False(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_come()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(2), clock);
        clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
        Assert.Equal(TimeSpan.FromMinutes(2), clock.GetElapsedTime(0));
    }

    [Fact]
    public void A_leap_passes_over_what_lies_between_and_fires_each_timer_once()
    {
        var fired = new List<string>();
        using var late = clock.CreateTimer(_ => fired.Add($"late {clock.GetUtcNow():mm:ss}"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(_ => fired.Add($"often {clock.GetUtcNow():mm:ss}"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        clock.LeapTo(Start.AddSeconds(10));
        Assert.Equal(["often 00:10", "late 00:10"], fired);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["often 00:10", "late 00:10", "often 00:12"], fired);
    }

    [Fact]
    public void Time_does_not_go_back()
    {
        clock.AdvanceTo(Start.AddDays(-1));
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task Somebody_waiting_is_noticed()
    {
        var noticed = clock.SomebodyWaitsAsync(TimeSpan.FromSeconds(5));
        using var far = clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(6), Timeout.InfiniteTimeSpan);
        Assert.False(noticed.IsCompleted);
        using var near = clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        await noticed;
    }
}
