using System.Collections.Concurrent;

namespace ReflectionBot.Tests.World;

/// <summary>What the Bot Connector does instead of its work.</summary>
internal enum FaultKind
{
    /// <summary>It answers with something else.</summary>
    Answers,

    /// <summary>It cuts the connection and has not even read the request.</summary>
    Resets,

    /// <summary>It does what it was asked to, and cuts the connection before it says so.</summary>
    Drops,

    /// <summary>It never answers.</summary>
    Hangs,
}

/// <summary>One thing that goes wrong. <c>RetryAfter</c> is in seconds.</summary>
internal sealed record Fault(FaultKind Kind, int Status = 0, string Body = "", string? RetryAfter = null)
{
    public static Fault Reset { get; } = new(FaultKind.Resets);

    public static Fault Drop { get; } = new(FaultKind.Drops);

    public static Fault Hang { get; } = new(FaultKind.Hangs);

    public string ContentType => Body.StartsWith('<') ? "text/html; charset=utf-8" : "application/json; charset=utf-8";

    public static Fault Answer(int status, string body = "", string? retryAfter = null) => new(FaultKind.Answers, status, body, retryAfter);
}

/// <summary>One request as it reached the Bot Connector. The path begins behind <c>/v3</c>; <c>By</c> is the service that sent it.</summary>
internal sealed record Arrival(DateTimeOffset At, string Method, string Path, string By)
{
    public bool IsPost => Method == "POST" && Path.EndsWith("/activities", StringComparison.Ordinal);

    /// <summary>Whether another service's message was still being taken in when this one came.</summary>
    public bool Overlapped { get; init; }
}

/// <summary>What goes wrong, when, and for whom; and every request that came, whatever became of it.</summary>
internal sealed class FaultPlan(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> next = new();
    private readonly ConcurrentDictionary<string, Fault> always = new();
    private readonly ConcurrentDictionary<Guid, string> posting = new();
    private readonly ConcurrentQueue<Arrival> arrivals = new();
    private int hanging;

    /// <summary>What befalls every new conversation and every message, whoever it is for.</summary>
    public Func<Fault?> Everywhere { get; set; } = () => null;

    /// <summary>How long the Bot Connector takes, in real time.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Requests that will never be answered.</summary>
    public int Hanging => Volatile.Read(ref hanging);

    public IReadOnlyList<Arrival> Arrivals => [.. arrivals];

    /// <summary>What becomes of the next messages to this person, one after the other.</summary>
    public void Next(Person person, params Fault[] faults) => next[ChatOf(person)] = new ConcurrentQueue<Fault>(faults);

    /// <summary>What becomes of every message to this person, until null.</summary>
    public void Always(Person person, Fault? fault)
    {
        if (fault is null)
            always.TryRemove(ChatOf(person), out _);
        else
            always[ChatOf(person)] = fault;
    }

    /// <summary>How many messages were tried so far.</summary>
    public int Posts => arrivals.Count(arrival => arrival.IsPost);

    /// <summary>How often a message to this person was tried.</summary>
    public int TriesFor(Person person) => arrivals.Count(arrival => arrival.IsPost && arrival.Path == ChatOf(person));

    /// <summary>Notes the request, and what is to go wrong with it.</summary>
    public Fault? Arrive(string method, string path, string by)
    {
        var arrival = new Arrival(clock.GetUtcNow(), method, path, by);
        arrivals.Enqueue(arrival with { Overlapped = arrival.IsPost && posting.Values.Any(other => other != by) });
        if (method != "POST")
            return null;
        if (Everywhere() is { } fault || always.TryGetValue(path, out fault))
            return fault;
        return next.TryGetValue(path, out var queue) && queue.TryDequeue(out fault) ? fault : null;
    }

    /// <summary>While a message is being taken in.</summary>
    public async Task TakeInAsync(string by, Func<Task> work)
    {
        var key = Guid.CreateVersion7(clock.GetUtcNow());
        posting[key] = by;
        try
        {
            await Task.Delay(Latency, TimeProvider.System);
            await work();
        }
        finally
        {
            posting.TryRemove(key, out _);
        }
    }

    /// <summary>Ends when the other side has given up waiting.</summary>
    public async Task HangAsync(CancellationToken given)
    {
        Interlocked.Increment(ref hanging);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, given).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref hanging);
    }

    private static string ChatOf(Person person) => $"/conversations/{person.Conversation}/activities";
}
