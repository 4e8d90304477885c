using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ReflectionBot.Teams;

namespace ReflectionBot.Benchmarks.Rows;

/// <summary>From the start of the process to the first good answer, and what it holds when nothing happens.</summary>
internal static class StartRow
{
    private const int Times = 15;

    // Asking costs the machine too, and every time the port is still closed most of all.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Line>> RunAsync(Arguments arguments)
    {
        using var azurite = await Azurite.StartAsync();
        string[] bot =
        [
            typeof(Team).Assembly.Location, $"--Storage:ConnectionString={azurite.ConnectionString}",
            $"--MicrosoftAppId={AnsweringService.AppId}", $"--MicrosoftAppTenantId={AnsweringService.Tenant}", "--MicrosoftAppPassword=not-a-secret",
        ];
        string[] bare = [typeof(StartRow).Assembly.Location, "bare-api"];
        // The first start makes the tables.
        await StartAsync(bot, "health/ready", TimeSpan.Zero);
        List<Start> services = [], bares = [];
        for (var time = 0; time < Times; time++)
        {
            var idle = time == 0 ? Idle : TimeSpan.Zero;
            bares.Add(await StartAsync(bare, "", idle));
            services.Add(await StartAsync(bot, "health/ready", idle));
        }

        var (own, other) = (Median(services), Median(bares));
        return
        [
            new Line
            {
                Measure = "start to ready, and memory idle",
                Result = string.Create(CultureInfo.InvariantCulture, $"{own.TotalMilliseconds:F0} ms (median of {Times})"),
                MustReach = "1.5 times a bare minimal API, under 110 MB",
                Baseline = string.Create(
                    CultureInfo.InvariantCulture,
                    $"bare minimal API {other.TotalMilliseconds:F0} ms, {Outcome.Megabytes(bares[0].Memory)}; ratio {own / other:F2}"),
                Memory = Outcome.Megabytes(services[0].Memory) + " idle",
            },
        ];
    }

    private static TimeSpan Median(List<Start> starts) => starts.Select(start => start.Took).Order().ElementAt(starts.Count / 2);

    private static async Task<Start> StartAsync(string[] command, string path, TimeSpan idle)
    {
        var port = FreePort();
        var info = new ProcessStartInfo("dotnet", [.. command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        info.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        using var http = new HttpClient();
        var since = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(info)!;
        process.BeginOutputReadLine();
        while (!await IsReadyAsync(http, new Uri($"http://127.0.0.1:{port}/{path}")))
            await Task.Delay(BetweenLooks, TimeProvider.System);
        var took = TimeProvider.System.GetElapsedTime(since);
        await Task.Delay(idle, TimeProvider.System);
        process.Refresh();
        var memory = process.WorkingSet64;
        process.Kill();
        await process.WaitForExitAsync();
        return new Start(took, memory);
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Start(TimeSpan Took, long Memory);
}
