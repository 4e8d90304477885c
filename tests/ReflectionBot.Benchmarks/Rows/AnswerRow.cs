using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReflectionBot.Tests.Connector;

namespace ReflectionBot.Benchmarks.Rows;

/// <summary>
/// One leader's answer through the real endpoint, beside a service that only reads and writes the JSON. Counted per second of
/// the service's own processor time, so that what else the machine does matters little.
/// </summary>
internal static class AnswerRow
{
    // On one core the compiler gets no turn while there is always another request: bursts, with a breath after each.
    private const int Bursts = 15;

    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    public static async Task<IReadOnlyList<Line>> RunAsync(Arguments arguments)
    {
        var key = new TestKey("key-1");
        await using var keys = await ServeKeysAsync(key);
        var token = Token(key);
        var bare = await MeasureAsync(["bare-api"], token, requests: false);
        var answering = await MeasureAsync(["answering", keys.Urls.First() + "/metadata"], token, requests: true);
        return
        [
            new Line
            {
                Measure = "one answer (adaptiveCard/action), token checked, storage in memory, one core",
                Result = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{answering.PerCoreSecond:F0} per processor second ({1e6 / answering.PerCoreSecond:F0} µs), {answering.PerSecond:F0} a second; refused {answering.Refused}"),
                MustReach = "12,000 a second on one core (bare about 36,000: ratio 0.33)",
                Baseline = string.Create(
                    CultureInfo.InvariantCulture,
                    $"bare minimal API, JSON only: {bare.PerCoreSecond:F0} per processor second; ratio {answering.PerCoreSecond / bare.PerCoreSecond:F2}"),
                Transactions = string.Create(CultureInfo.InvariantCulture, $"per answer: {answering.Writes:F1} writes, {answering.Reads:F1} reads"),
                Memory = Outcome.Megabytes(answering.Memory),
            },
        ];
    }

    private static async Task<Measurement> MeasureAsync(string[] service, string token, bool requests)
    {
        await using var server = Child.Start(service, core: 0);
        var address = await server.AddressAsync();
        for (var burst = 0; burst < Bursts; burst++)
        {
            await using (Child.Start(["load", address.AbsoluteUri, token], core: 1))
                await Task.Delay(Burst, TimeProvider.System);
            await Task.Delay(Breath, TimeProvider.System);
        }

        await using var load = Child.Start(["load", address.AbsoluteUri, token], core: 1);
        await Task.Delay(Warm, TimeProvider.System);
        var (_, before, tables) = (await load.AskAsync(), server.ProcessorTime(), await RequestsAsync(address, requests));
        await Task.Delay(Measured, TimeProvider.System);
        var report = JsonSerializer.Deserialize<LoadReport>(await load.AskAsync())!;
        var (used, after) = (server.ProcessorTime() - before, await RequestsAsync(address, requests));
        return new Measurement(
            report.Answered / used.TotalSeconds,
            report.Answered / report.Seconds,
            report.Refused,
            (double)(after[0] - tables[0]) / report.Answered,
            (double)(after[1] - tables[1]) / report.Answered,
            server.Process.WorkingSet64);
    }

    private static async Task<int[]> RequestsAsync(Uri address, bool counted)
    {
        using var http = new HttpClient();
        return counted ? (await http.GetFromJsonAsync<int[]>(new Uri(address, "requests")))! : [0, 0];
    }

    private static async Task<WebApplication> ServeKeysAsync(TestKey key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/metadata", (HttpContext context) => new JsonObject { ["jwks_uri"] = $"http://{context.Request.Host}/keys" });
        app.MapGet("/keys", () => new JsonObject { ["keys"] = new JsonArray(key.Public("msteams")) });
        await app.StartAsync();
        return app;
    }

    private static string Token(TestKey key)
    {
        var now = TimeProvider.System.GetUtcNow();
        return key.Sign(new JsonObject
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AnsweringService.AppId,
            ["serviceurl"] = AnsweringService.ServiceUrl,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        });
    }

    private sealed record Measurement(double PerCoreSecond, double PerSecond, int Refused, double Reads, double Writes, long Memory);
}
