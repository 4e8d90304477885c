namespace ReflectionBot.Delivery;

/// <summary>
/// How fast one tenant may be written to: evenly. What a stall of the sender has cost is made up for by going a little faster,
/// at most <c>burst</c> at once, since a platform that counts the requests of a second forgives no more. A 429 stops it for as
/// long as the platform says and slows it down; it recovers by itself within about half a minute.
/// </summary>
internal sealed class Pace(double perSecond, int burst, TimeProvider time)
{
    private const double Faster = 1.03;
    private const double Slower = 0.7;
    private const double Slowest = 0.1;
    private const double RecoveryPerSecond = 0.02;

    private static readonly TimeSpan OneThrottling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestStall = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private double _share = 1;
    private DateTimeOffset _due = DateTimeOffset.MinValue;
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private DateTimeOffset _recovered = time.GetUtcNow();
    private DateTimeOffset _throttled = DateTimeOffset.MinValue;
    private DateTimeOffset _stoppedUntil = DateTimeOffset.MinValue;

    /// <summary>Waits for the next request's turn and takes it; does not wait, but says how long it would be, when the tenant is stopped for a while.</summary>
    public async Task<TimeSpan?> EnterAsync(CancellationToken cancellationToken)
    {
        while (Take() is var wait && wait > TimeSpan.Zero)
        {
            if (wait > LongWait)
                return wait;

            // A part of a millisecond would be no wait at all, asked for again and again.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellationToken);
        }

        return null;
    }

    /// <summary>How long until the next request; zero takes it.</summary>
    public TimeSpan Take()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_stoppedUntil > now)
                return _stoppedUntil - now;

            Recover(now);
            var interval = TimeSpan.FromSeconds(1 / (perSecond * _share));
            var shortest = interval / Faster;
            var atOnce = shortest * (burst - 1);
            var earliest = Later(_due, _next > now + atOnce ? _next - atOnce : now);
            if (earliest > now)
                return earliest - now;

            // A quiet time is a stall like any other, and pays for one burst.
            var behind = interval * burst > LongestStall ? interval * burst : LongestStall;
            _due = Later(_due, now - behind) + interval;
            _next = Later(_next, now) + shortest;
            return TimeSpan.Zero;
        }
    }

    /// <summary>The platform has said: too fast. Answers that belong to one and the same storm count once.</summary>
    public void Throttled(TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var until = now + (retryAfter ?? OneThrottling);
            _stoppedUntil = Later(_stoppedUntil, until);
            if (now - _throttled < OneThrottling)
                return;

            _share = Math.Max(Slowest, _share * Slower);
            _throttled = _recovered = now;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void Recover(DateTimeOffset now)
    {
        if (_share < 1)
            _share = Math.Min(1, _share + ((now - _recovered).TotalSeconds * RecoveryPerSecond));
        _recovered = now;
    }
}
