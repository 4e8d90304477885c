using System.Globalization;

namespace ReflectionBot.Benchmarks.Rows;

/// <summary>One large tenant at the default settings, against a platform that enforces its limits.</summary>
internal static class PacedRow
{
    private const double Pace = 45;
    private const double Limit = 50;

    public static async Task<IReadOnlyList<Line>> RunAsync(Arguments arguments)
    {
        var leaders = arguments.Leaders ?? 10_000;
        await using var world = await World.StartAsync();
        await world.Far.BehaveAsync(new FarRules(LatencyMilliseconds: 100, LimitPerSecond: (int)Limit));
        await world.StartServiceAsync();
        var outcome = await Round.RunAsync(world, 1, leaders, arguments.Team ?? leaders);
        var (own, limit) = (leaders / Pace, leaders / Limit);
        return
        [
            new Line
            {
                Measure = $"{leaders} leaders in one tenant, limits enforced, 100 ms, known conversations, teams of {arguments.Team ?? leaders}",
                Result = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{outcome.Far.Seconds:F1} s sending; {outcome.Fate}; 429s {outcome.Far.Throttled}, after the first 10 s {outcome.Far.ThrottledLate}"),
                MustReach = "within 3 % of the limit's own time, no 429 after 10 s, 0 lost, 0 twice",
                Baseline = string.Create(
                    CultureInfo.InvariantCulture,
                    $"at 45/s {own:F1} s: {outcome.Far.Seconds / own:F3}; at 50/s {limit:F1} s: {outcome.Far.Seconds / limit:F3}"),
                Bound = "10 (default)",
                Transactions = outcome.Transactions,
                Memory = outcome.Memory,
            },
        ];
    }
}
