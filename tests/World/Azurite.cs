using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests;

/// <summary>
/// The real table emulator, in memory on a free port, one for the whole run. Each test takes tables of its own. A test that
/// wants to stop it and start it again has one to itself, whose data is kept on disk meanwhile.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private DirectoryInfo? _data;
    private Process? _process;
    private int _port;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};TableEndpoint=http://127.0.0.1:{_port}/devstoreaccount1";

    /// <summary>One that can be stopped and started again.</summary>
    public static async Task<Azurite> StartKeptAsync()
    {
        var azurite = new Azurite { _data = Directory.CreateTempSubdirectory("reflection-") };
        await azurite.InitializeAsync();
        return azurite;
    }

    /// <summary>Asked to stop, so that it writes down what it has.</summary>
    public async Task StopAsync()
    {
        using (var asked = Process.Start("kill", ["-INT", $"{_process!.Id}"]))
            await asked.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        Stop();
    }

    /// <summary>On the same port, with the same data.</summary>
    public async Task StartAgainAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        if (!await ListensAsync(Path.Combine(Repository.Root, "deployment", "local"), patience.Token))
            throw new InvalidOperationException("Azurite did not start again.");
    }

    public async Task InitializeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5), TimeProvider.System);
        var folder = Path.Combine(Repository.Root, "deployment", "local");
        await NpmPackages.EnsureAsync(folder, patience.Token);
        // Between finding a free port and listening on it, another process can take it.
        for (var attempt = 0; attempt < 3 && !await StartAsync(folder, patience.Token); attempt++)
            Stop();
        if (_process is null)
            throw new InvalidOperationException("Azurite ended as soon as it was started, three times.");
    }

    public Task DisposeAsync()
    {
        Stop();
        _data?.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal TableServiceClient CreateServiceClient(TableClientOptions? options = null) =>
        new(ConnectionString, TimeProvider.System, options);

    /// <summary>A table that no other test has.</summary>
    internal async Task<TableClient> CreateTableAsync(TableClientOptions? options = null)
    {
        var name = "T" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
        var table = CreateServiceClient(options).GetTableClient(name);
        await table.CreateIfNotExistsAsync(CancellationToken.None);
        return table;
    }

    private Task<bool> StartAsync(string folder, CancellationToken cancellationToken)
    {
        _port = FreePort();
        return ListensAsync(folder, cancellationToken);
    }

    private async Task<bool> ListensAsync(string folder, CancellationToken cancellationToken)
    {
        _process = Launch(folder, _port);
        using var http = new HttpClient();
        while (!_process.HasExited)
        {
            try
            {
                // Any answer will do: it refuses an unsigned request, and so it listens.
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{_port}/"), cancellationToken);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
            }
        }

        return false;
    }

    private Process Launch(string folder, int port)
    {
        var main = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "table", "main.js");
        var withParent = Path.Combine(Repository.Root, "tests", "node", "exit-with-parent.cjs");
        try
        {
            return Process.Start(new ProcessStartInfo("node", [
                "--require", withParent, main,
                "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--silent", "--disableTelemetry",
                .. _data is null ? (string[])["--inMemoryPersistence"] : ["--location", _data.FullName]])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need Node.js 20 or later on the PATH.", missing);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Stop()
    {
        // In memory, or to be thrown away: there is nothing to save, so it may be killed.
        _process?.Kill();
        _process?.Dispose();
        _process = null;
    }
}

/// <summary>Tests of one collection share its fixture; name it to use the emulator.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
