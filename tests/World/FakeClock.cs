namespace ReflectionBot.Tests.World;

/// <summary>
/// Time that stands still until it is moved. Timers fire while it moves, in due order, each with the clock standing
/// at the moment it was due; callbacks run on the thread that moves the clock.
/// </summary>
internal sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> armed = [];
    private readonly List<(TimeSpan Within, TaskCompletionSource Seen)> watchers = [];
    private DateTimeOffset now = start.ToUniversalTime();
    private long order;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp() => (GetUtcNow() - start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    public void AdvanceTo(DateTimeOffset moment)
    {
        while (NextDue(moment) is { } timer) timer.Fire();
        lock (gate)
        {
            if (moment > now) now = moment.ToUniversalTime();
        }
    }

    /// <summary>It is that moment at once, and only then fires what fell due meanwhile: each timer once, as after a deep sleep.</summary>
    public void LeapTo(DateTimeOffset moment)
    {
        lock (gate)
        {
            if (moment > now) now = moment.ToUniversalTime();
        }

        foreach (var timer in TakeDue()) timer.Fire();
    }

    /// <summary>Completes as soon as somebody waits for a moment no further away than this: the sign to move on.</summary>
    public Task SomebodyWaitsAsync(TimeSpan within)
    {
        lock (gate)
        {
            var watcher = (Within: within, Seen: new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            watchers.Add(watcher);
            Notice();
            return watcher.Seen.Task;
        }
    }

    private FakeTimer? NextDue(DateTimeOffset limit)
    {
        lock (gate)
        {
            var next = armed.Where(timer => timer.Due <= limit).MinBy(timer => (timer.Due, timer.Order));
            if (next is null) return null;
            if (next.Due > now) now = next.Due;
            Rearm(next, next.Period > TimeSpan.Zero ? next.Due + next.Period : null);
            return next;
        }
    }

    private List<FakeTimer> TakeDue()
    {
        lock (gate)
        {
            var due = armed.Where(timer => timer.Due <= now).OrderBy(timer => (timer.Due, timer.Order)).ToList();
            foreach (var timer in due) Rearm(timer, timer.Period > TimeSpan.Zero ? now + timer.Period : null);
            return due;
        }
    }

    private void Rearm(FakeTimer timer, DateTimeOffset? due)
    {
        armed.Remove(timer);
        if (due is not { } moment) return;
        (timer.Due, timer.Order) = (moment, order++);
        armed.Add(timer);
        Notice();
    }

    private void Notice()
    {
        foreach (var watcher in watchers.Where(w => armed.Exists(timer => timer.Due - now <= w.Within)).ToList())
        {
            watchers.Remove(watcher);
            watcher.Seen.TrySetResult();
        }
    }

    private bool Change(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (timer.IsDisposed) return false;
            timer.Period = period;
            if (dueTime == TimeSpan.Zero) ThreadPool.QueueUserWorkItem(_ => timer.Fire());
            Rearm(timer, FirstDue(dueTime, period));
            return true;
        }
    }

    // What is due now does not wait for the clock to be moved.
    private DateTimeOffset? FirstDue(TimeSpan dueTime, TimeSpan period) => dueTime.Ticks switch
    {
        > 0 => now + dueTime,
        0 when period > TimeSpan.Zero => now + period,
        _ => null,
    };

    private void Remove(FakeTimer timer)
    {
        lock (gate)
        {
            timer.IsDisposed = true;
            armed.Remove(timer);
        }
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public long Order { get; set; }

        public bool IsDisposed { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Change(this, dueTime, period);

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>A clock that is fast by a fixed time; both are moved as one.</summary>
internal sealed class AheadClock(TimeProvider clock, TimeSpan by) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + by;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
