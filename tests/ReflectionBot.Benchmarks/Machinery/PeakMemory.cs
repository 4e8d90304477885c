namespace ReflectionBot.Benchmarks;

/// <summary>The largest resident set of this process, looked at twenty times a second.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;

    public PeakMemory() => _timer = new Timer(_ => Bytes = Math.Max(Bytes, Environment.WorkingSet), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));

    public long Bytes { get; private set; }

    public void Dispose() => _timer.Dispose();
}
