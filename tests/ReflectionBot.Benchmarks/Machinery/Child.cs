using System.Diagnostics;

namespace ReflectionBot.Benchmarks;

/// <summary>This same program in another process, under another name. It ends when its input does, and so never outlives its parent.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public Process Process => _process;

    /// <param name="args">The verb and its arguments.</param>
    /// <param name="core">The processor to stay on, where the system has <c>taskset</c>.</param>
    public static Child Start(IEnumerable<string> args, int? core = null)
    {
        string[] command = ["dotnet", typeof(Child).Assembly.Location, .. args];
        if (core is { } number && OperatingSystem.IsLinux())
            command = ["taskset", "-c", $"{number}", .. command];
        return new Child(Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
    }

    /// <summary>Null when the process has ended.</summary>
    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>Says something, and waits for the line that comes back.</summary>
    public async Task<string> AskAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        return await ReadLineAsync() ?? throw new InvalidOperationException("A child process ended before it answered.");
    }

    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>The address it listens on, which is the first thing it says.</summary>
    public async Task<Uri> AddressAsync() => new(await ReadLineAsync() ?? throw new InvalidOperationException("A child process ended at its start."));

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>In the child: serves until the parent lets go.</summary>
    public static async Task<int> ServeAsync(WebApplication app)
    {
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.First() + "/");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }
}
