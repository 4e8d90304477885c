using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ReflectionBot.Tests.Faults;

/// <summary>The service as it runs in production, a process of its own, which can be killed and started again on the same port.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly ProcessStartInfo _start;
    private Process? _process;

    public ServiceProcess(IReadOnlyDictionary<string, string?> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        Http = new HttpClient { BaseAddress = address };
        _start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "ReflectionBot.dll"), $"--urls={address}", $"--contentRoot={AppContext.BaseDirectory}",
            "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft=None", "--Logging:LogLevel:Quartz=None",
            .. settings.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}"),
        ])
        { UseShellExecute = false };
    }

    public HttpClient Http { get; }

    public void Start() => _process = Process.Start(_start)!;

    /// <summary>Waits until it can do its work.</summary>
    public async Task ReadyAsync()
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await IsReadyAsync())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < StartPatience, "The service does not start.");
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is given back.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Http.Dispose();
        _process?.Kill();
        _process?.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
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
