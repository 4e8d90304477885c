using System.Globalization;
using System.Text;

namespace ReflectionBot.Benchmarks.Rows;

/// <summary>How fast the machine can go when nobody holds it back, beside a bare HttpClient and beside Azurite alone.</summary>
internal static class UnthrottledRow
{
    private const int Window = 500;

    public static async Task<IReadOnlyList<Line>> RunAsync(Arguments arguments)
    {
        var leaders = arguments.Leaders ?? 10_000;
        await using var world = await World.StartAsync();
        await world.StartServiceAsync(Unthrottled(Window));
        await world.Far.BehaveAsync(new FarRules(LatencyMilliseconds: 1, LimitPerSecond: 0));
        await Round.RunAsync(world, 1, 1_000, 1_000);

        await world.StartServiceAsync(Unthrottled(Window));
        await world.Far.BehaveAsync(new FarRules(LatencyMilliseconds: 1, LimitPerSecond: 0));
        var outcome = await Round.RunAsync(world, 1, leaders, arguments.Team ?? leaders);
        await world.Far.BehaveAsync(new FarRules(LatencyMilliseconds: 1, LimitPerSecond: 0));
        var bare = await BareAsync(world, leaders);
        var storage = await StorageAlone.MeasureAsync(world, 1, leaders, 100);
        return
        [
            new Line
            {
                Measure = $"{leaders} leaders, unthrottled, 1 ms, outbox on, known conversations",
                Result = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{outcome.SendsPerSecond:F0} sends a second ({outcome.PerSecondWithWriting:F0} with writing the outbox, {outcome.Writing.TotalSeconds:F2} s); {outcome.ProcessorPerSend}; {outcome.Fate}"),
                MustReach = "5,000 a second, under 200 MB",
                Baseline = string.Create(
                    CultureInfo.InvariantCulture,
                    $"bare HttpClient window of {Window}: {bare.PerSecond:F0}/s ({bare.Microseconds:F0} µs), ratio {outcome.SendsPerSecond / bare.PerSecond:F2}; {storage}, ratio {outcome.SendsPerSecond / storage.Cards:F2}"),
                Bound = $"{Window}",
                Transactions = outcome.Transactions,
                Memory = outcome.Memory,
            },
        ];
    }

    public static (string, string)[] Unthrottled(int bound) =>
    [
        ("Delivery:PerSecond", "1000000"), ("Delivery:Burst", "1000000"), ("Delivery:MostUnrecorded", bound.ToString(CultureInfo.InvariantCulture)),
    ];

    private static async Task<(double PerSecond, double Microseconds)> BareAsync(World world, int leaders)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        var body = Encoding.UTF8.GetBytes(Prompt.Card("bare").ToJsonString());
        var (start, processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var work = new ParallelOptions { MaxDegreeOfParallelism = Window };
        await Parallel.ForEachAsync(world.Leaders("bare", 0, leaders), work, async (leader, cancellationToken) =>
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var answer = await http.PostAsync(new Uri(leader.ServiceUrl, $"v3/conversations/a:{leader.Key}/activities"), content, cancellationToken);
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        });
        return (leaders / TimeProvider.System.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / leaders);
    }
}
