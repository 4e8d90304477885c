namespace ReflectionBot.Tables;

/// <summary>
/// What was read a moment ago, for reads that may be that old. Forgotten after <paramref name="life"/>, by a timer, also when
/// nobody asks again; when full it starts over.
/// </summary>
internal sealed class Recent<TKey, TValue>(TimeSpan life, TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (TValue Value, DateTimeOffset Until)> _known = [];
    private ITimer? _sweep;

    public TValue? Find(TKey key)
    {
        lock (_gate)
        {
            return _known.TryGetValue(key, out var entry) && time.GetUtcNow() < entry.Until ? entry.Value : null;
        }
    }

    public void Remember(TKey key, TValue value)
    {
        lock (_gate)
        {
            if (_known.Count >= Capacity)
                _known.Clear();
            _known[key] = (value, time.GetUtcNow() + life);
            _sweep ??= time.CreateTimer(_ => Sweep(), null, life, Timeout.InfiniteTimeSpan);
        }
    }

    public void Forget(TKey key)
    {
        lock (_gate)
        {
            _known.Remove(key);
        }
    }

    private void Sweep()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var (key, _) in _known.Where(pair => pair.Value.Until <= now).ToList())
                _known.Remove(key);
            if (_known.Count > 0)
            {
                _sweep!.Change(life, Timeout.InfiniteTimeSpan);
                return;
            }

            _sweep!.Dispose();
            _sweep = null;
        }
    }
}
