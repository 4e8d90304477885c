using System.Diagnostics;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.World;

/// <summary>
/// The service itself, started by its own Program on a free port. What stands at the other end of its wires is replaced
/// just before it is built, through the event that .NET's own tools use for that.
/// </summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly IHost host;
    private readonly Task program;

    private RunningService(IHost host, Task program)
    {
        (this.host, this.program) = (host, program);
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => host.Services;

    /// <summary>Throws what stopped the start.</summary>
    public static async Task<RunningService> StartAsync(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> replace)
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0", $"--contentRoot={AppContext.BaseDirectory}", "--hostBuilder:reloadConfigOnChange=false",
            .. settings.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        var launch = new Launch(replace);
        var running = Task.Factory.StartNew(() => Run(launch, args), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await await Task.WhenAny(running, launch.Started);
        return new RunningService(await launch.Started, running);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await program;
    }

    private static void Run(Launch launch, string[] args)
    {
        launch.Thread = Environment.CurrentManagedThreadId;
        using var listening = DiagnosticListener.AllListeners.Subscribe(launch);
        try
        {
            typeof(Team).Assembly.EntryPoint!.Invoke(null, [args]);
        }
        catch (TargetInvocationException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException!);
        }
    }

    /// <summary>Hears of the one host that is built on this thread.</summary>
    private sealed class Launch(Action<IServiceCollection> replace) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly TaskCompletionSource<IHost> started = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Thread { get; set; }

        public Task<IHost> Started => started.Task;

        public void OnNext(DiagnosticListener value)
        {
            if (Thread == Environment.CurrentManagedThreadId && value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Thread != Environment.CurrentManagedThreadId)
                return;
            if (value is { Key: "HostBuilding", Value: IHostBuilder building })
                building.ConfigureServices(services => replace(services));
            if (value is { Key: "HostBuilt", Value: IHost host })
                host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => started.TrySetResult(host));
        }

        public void OnCompleted()
        {
            // Nothing to let go of.
        }

        public void OnError(Exception error)
        {
            // The program's own exception says more.
        }
    }
}
