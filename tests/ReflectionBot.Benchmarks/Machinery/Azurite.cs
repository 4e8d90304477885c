using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ReflectionBot.Tests;

namespace ReflectionBot.Benchmarks;

/// <summary>The real table emulator, in memory, in its own process.</summary>
internal sealed class Azurite : IDisposable
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;

    private Azurite(Process process, int port)
    {
        _process = process;
        ConnectionString = $"AccountName=devstoreaccount1;AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1";
    }

    public string ConnectionString { get; }

    public static async Task<Azurite> StartAsync()
    {
        var folder = Path.Combine(Repository.Root, "deployment", "local");
        await NpmPackages.EnsureAsync(folder, CancellationToken.None);
        var port = FreePort();
        var azurite = new Azurite(Launch(folder, port), port);
        using var http = new HttpClient();
        while (!await AnswersAsync(http, port))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        return azurite;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static Process Launch(string folder, int port)
    {
        var main = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "table", "main.js");
        var withParent = Path.Combine(Repository.Root, "tests", "node", "exit-with-parent.cjs");
        string[] args =
        [
            "--require", withParent, main, "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture),
            "--inMemoryPersistence", "--silent", "--disableTelemetry",
        ];
        var process = Process.Start(new ProcessStartInfo("node", args) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        // What it says is not the table.
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, int port)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
            return true;
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
}
