namespace ReflectionBot.Delivery;

/// <summary>How often one conversation may be written to. Remembers a conversation only as long as that matters.</summary>
internal sealed class ConversationPace(TimeSpan interval, int burst, TimeProvider time)
{
    private const int PruneAbove = 1_000;

    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.Ordinal);
    private int _pruneAbove = PruneAbove;

    /// <summary>How long until this conversation may be written to; zero takes it. For one caller at a time.</summary>
    public TimeSpan Take(string conversation)
    {
        var now = time.GetUtcNow();
        var next = _next.GetValueOrDefault(conversation, now);
        var earliest = next - (interval * (burst - 1));
        if (earliest > now)
            return earliest - now;

        _next[conversation] = (next > now ? next : now) + interval;
        Prune(now);
        return TimeSpan.Zero;
    }

    private void Prune(DateTimeOffset now)
    {
        if (_next.Count <= _pruneAbove)
            return;

        foreach (var quiet in _next.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList())
            _next.Remove(quiet);
        _pruneAbove = Math.Max(PruneAbove, 2 * _next.Count);
    }
}
