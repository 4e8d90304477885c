namespace ReflectionBot.Tests.Tables;

/// <summary>A clock that stands still, or goes on by the same step each time it is read.</summary>
internal sealed class StandingClock(DateTimeOffset start, TimeSpan step = default) : TimeProvider
{
    private DateTimeOffset _next = start;

    public override DateTimeOffset GetUtcNow()
    {
        var current = _next;
        _next += step;
        return current;
    }
}
