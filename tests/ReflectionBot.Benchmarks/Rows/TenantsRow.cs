using System.Globalization;

namespace ReflectionBot.Benchmarks.Rows;

/// <summary>Every Danish municipality on the same Monday morning.</summary>
internal static class TenantsRow
{
    private const int Tenants = 98;

    public static async Task<IReadOnlyList<Line>> RunAsync(Arguments arguments)
    {
        var leaders = arguments.Leaders ?? 300;
        return [await RunAsync(leaders, arguments.Team ?? leaders, 10), await RunAsync(leaders, arguments.Team ?? leaders, 100)];
    }

    private static async Task<Line> RunAsync(int leaders, int team, int bound)
    {
        // An emulator of its own: what an earlier run left in its memory would be collected during this one.
        await using var world = await World.StartAsync();

        // The service has been running since long before Monday: what its compiler does at first is none of this.
        await world.StartServiceAsync();
        await world.Far.BehaveAsync(new FarRules(LatencyMilliseconds: 1, LimitPerSecond: 0));
        await Round.RunAsync(world, 10, 200, 200);

        await world.Far.BehaveAsync(new FarRules(LatencyMilliseconds: 100, LimitPerSecond: 50));
        await world.StartServiceAsync(("Delivery:MostUnrecorded", bound.ToString(CultureInfo.InvariantCulture)));
        var outcome = await Round.RunAsync(world, Tenants, leaders, team);
        var storage = await StorageAlone.MeasureAsync(world, Tenants, leaders, Math.Max(1, bound / 2));
        var limit = leaders / 50.0;
        return new Line
        {
            Measure = $"{Tenants} tenants x {leaders} leaders at once, limits enforced, 100 ms, known conversations",
            Result = string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Far.Seconds:F1} s first to last send, {outcome.SendsPerSecond:F0} a second ({outcome.PerSecondWithWriting:F0} with writing); {outcome.ProcessorPerSend}; {outcome.Fate}; 429s {outcome.Far.Throttled}"),
            MustReach = "within 10 % of the limit's own time, or 3,000 a second when processor-bound",
            Baseline = string.Create(
                CultureInfo.InvariantCulture,
                $"limit's own time {limit:F1} s: {outcome.Far.Seconds / limit:F2}; {storage}, ratio {outcome.SendsPerSecond / storage.Cards:F2}"),
            Bound = bound == 10 ? "10 (default)" : $"{bound}",
            Transactions = outcome.Transactions,
            Memory = outcome.Memory,
        };
    }
}
