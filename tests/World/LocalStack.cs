using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ReflectionBot.Tests;

/// <summary>The whole local stack as a newcomer starts it - storage, bot, Playground, colleagues - on ports of its own.</summary>
internal sealed class LocalStack : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("reflection-");

    private LocalStack(int[] ports)
    {
        Playground = new Uri($"http://127.0.0.1:{ports[2]}");
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "deployment", "local", "start.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LOCAL_AZURITE_PORT"] = ports[0].ToString(null, null);
        start.Environment["LOCAL_BOT_PORT"] = ports[1].ToString(null, null);
        start.Environment["LOCAL_PLAYGROUND_PORT"] = ports[2].ToString(null, null);
        start.Environment["LOCAL_RELAY_PORT"] = ports[3].ToString(null, null);
        start.Environment["LOCAL_DATA"] = _data.FullName;
        start.Environment["LOCAL_COLLEAGUE_DELAY"] = "200-600";
        start.Environment["LOCAL_BOT_COMMAND"] = $"""["dotnet", "{Path.Combine(AppContext.BaseDirectory, "ReflectionBot.dll")}"]""";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Playground { get; }

    public string Log
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    public static async Task<LocalStack> StartAsync()
    {
        var stack = new LocalStack(FreePorts());
        var exited = stack._process.WaitForExitAsync();
        var first = await Task.WhenAny(stack._ready.Task, exited).WaitAsync(StartPatience, TimeProvider.System);
        return first == exited ? throw new InvalidOperationException("The local stack did not start:\n" + stack.Log) : stack;
    }

    public async ValueTask DisposeAsync()
    {
        // Asked, not killed: it has four other processes to stop in their order.
        if (!_process.HasExited)
            Process.Start("kill", ["-TERM", _process.Id.ToString(null, null)]).Dispose();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static int[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 4).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
        if (line.Contains("Ready. Open", StringComparison.Ordinal))
            _ready.TrySetResult();
    }
}
