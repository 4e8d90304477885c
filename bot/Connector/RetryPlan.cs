namespace ReflectionBot.Connector;

/// <summary>
/// How long to wait before an operation's next attempt, or null when this was the last. 1 s, 2 s, 4 s ... with a
/// fifth of jitter to either side; a Retry-After is never undercut.
/// </summary>
internal sealed class RetryPlan(Repeat repeat, int maxAttempts, TimeSpan budget)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private int attempts;
    private TimeSpan waited;
    private bool mayHaveArrived;

    /// <summary><c>jitter</c> is from 0 up to 1.</summary>
    public TimeSpan? Next<T>(Verdict<T> verdict, double jitter)
    {
        attempts++;
        if (!MayRepeat(verdict)) return null;
        var wait = verdict.RetryAfter is { } asked ? asked * (1 + (jitter / 5)) : FirstWait * Math.Pow(2, attempts - 1) * (0.8 + (jitter * 0.4));
        if (waited + wait > budget) return null;
        waited += wait;
        return wait;
    }

    private bool MayRepeat<T>(Verdict<T> verdict)
    {
        if (repeat == Repeat.Never || verdict.Kind != VerdictKind.Retry || attempts >= maxAttempts) return false;
        if (verdict.Code is VerdictCodes.TokenUnavailable or VerdictCodes.UnreadableAnswer) return false;
        if (repeat == Repeat.NewMessage && verdict.MayHaveArrived && mayHaveArrived) return false;
        mayHaveArrived |= verdict.MayHaveArrived;
        return true;
    }
}
