using System.Globalization;

namespace ReflectionBot.Benchmarks.Rows;

/// <summary>Five and fifty times as many leaders should cost five and fifty times as much, and no more memory.</summary>
internal static class GrowthRow
{
    private const int Window = 500;

    public static async Task<IReadOnlyList<Line>> RunAsync(Arguments arguments)
    {
        await using var world = await World.StartAsync();
        await RunAsync(world, 1_000);
        var lines = new List<Line>();
        Outcome? first = null;
        foreach (var leaders in new[] { 1_000, 10_000, 50_000 })
        {
            var outcome = await RunAsync(world, leaders);
            first ??= outcome;
            lines.Add(new Line
            {
                Measure = $"growth: {leaders} leaders, unthrottled, 1 ms",
                Result = string.Create(CultureInfo.InvariantCulture, $"{outcome.Whole.TotalSeconds:F2} s, of it writing {outcome.Writing.TotalSeconds:F2} s; {outcome.Fate}"),
                MustReach = "time and transactions linear, memory flat",
                Baseline = string.Create(CultureInfo.InvariantCulture, $"time per leader, to 1,000: {outcome.Whole / outcome.Leaders / (first.Whole / first.Leaders):F2}"),
                Bound = $"{Window}",
                Transactions = outcome.Transactions,
                Memory = outcome.Memory,
            });
        }

        return lines;
    }

    private static async Task<Outcome> RunAsync(World world, int leaders)
    {
        await world.Far.BehaveAsync(new FarRules(LatencyMilliseconds: 1, LimitPerSecond: 0));
        await world.StartServiceAsync(UnthrottledRow.Unthrottled(Window));
        return await Round.RunAsync(world, 1, leaders, leaders);
    }
}
