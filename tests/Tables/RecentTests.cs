using ReflectionBot.Tables;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Tables;

/// <summary>A memory that is allowed to be a moment old, and never older.</summary>
public sealed class RecentTests
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void What_was_read_is_known_for_its_life_and_not_longer()
    {
        var recent = new Recent<string, string>(TimeSpan.FromSeconds(2), clock);
        recent.Remember("a", "read");
        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal("read", recent.Find("a"));
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Null(recent.Find("a"));
    }

    [Fact]
    public void What_was_saved_is_read_again()
    {
        var recent = new Recent<string, string>(TimeSpan.FromSeconds(2), clock);
        recent.Remember("a", "read");
        recent.Forget("a");
        Assert.Null(recent.Find("a"));
    }

    // A round's key is held so: when nobody asks again it must go all the same.
    [Fact]
    public void Nothing_stays_in_memory_when_nobody_asks_again()
    {
        var recent = new Recent<string, object>(TimeSpan.FromSeconds(2), clock);
        var held = Remembered(recent);
        clock.Advance(TimeSpan.FromSeconds(4));
        GC.Collect();
        Assert.False(held.TryGetTarget(out _));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference<object> Remembered(Recent<string, object> recent)
    {
        var value = new object();
        recent.Remember("a", value);
        return new WeakReference<object>(value);
    }
}
