using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReflectionBot.Connector;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Connector;

/// <summary>The real endpoint and client on a loopback port, with the far side played and the clock in hand.</summary>
internal sealed class ConnectorWorld : IAsyncDisposable
{
    public const string AppId = "99999999-9999-9999-9999-999999999999";
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/";

    public static readonly DateTimeOffset Start = new(2026, 11, 20, 19, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;

    private ConnectorWorld(WebApplication app, FarSide far, FakeClock clock, HandlerDouble handler, LogDouble log)
    {
        (this.app, Far, Clock, Handler, Log) = (app, far, clock, handler, log);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FarSide Far { get; }

    public FakeClock Clock { get; }

    public HandlerDouble Handler { get; }

    public LogDouble Log { get; }

    public HttpClient Http { get; }

    public TestKey Key { get; } = new("key-1");

    public ConnectorClient Client => app.Services.GetRequiredService<ConnectorClient>();

    public BotTokens Tokens => app.Services.GetRequiredService<BotTokens>();

    public ConversationReference Chat => new(Far.Address, "a:1aino");

    public static Task<ConnectorWorld> WithAuthenticationAsync(params (string Key, string? Value)[] settings) => StartAsync(
        [
            ("MicrosoftAppId", AppId), ("MicrosoftAppPassword", "not-a-secret"), ("MicrosoftAppTenantId", Tenant), .. settings,
        ]);

    public static async Task<ConnectorWorld> StartAsync(
        (string Key, string? Value)[] settings, string environment = "Development")
    {
        var far = await FarSide.StartAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        var (clock, handler, log) = (new FakeClock(Start), new HandlerDouble(), new LogDouble());
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Connector:OpenIdMetadata", new Uri(far.Address, "/metadata").ToString()),
            new("Connector:Authority", $"https://{far.Address.Authority}/"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.GroupBy(setting => setting.Key, (key, all) => new KeyValuePair<string, string?>(key, all.Last().Value)));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IActivityHandler>(handler);
        builder.Services.AddConnector(builder.Configuration);
        builder.Services.AddHttpClient(ConnectorServices.TokenHttp).AddHttpMessageHandler(() => new PlainLoopback());
        var service = builder.Build();
        service.MapMessages();
        await service.StartAsync();
        var world = new ConnectorWorld(service, far, clock, handler, log);
        far.Keys = [world.Key.Public("msteams")];
        return world;
    }

    /// <summary>The claims of a good token.</summary>
    public JsonObject Claims() => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
    };

    public string GoodToken() => Key.Sign(Claims());

    public static JsonObject Message() => new()
    {
        ["type"] = "message",
        ["id"] = "1732130000123",
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["text"] = "hjælp",
        ["conversation"] = new JsonObject { ["id"] = "a:1aino", ["tenantId"] = Tenant },
    };

    public async Task<HttpStatusCode> PostAsync(string? token, JsonObject activity) =>
        (await SendAsync(token, JsonBody(activity.ToJsonString()))).StatusCode;

    public async Task<HttpResponseMessage> SendAsync(string? token, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await Http.SendAsync(request);
    }

    public static StringContent JsonBody(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>Moves the clock through the waits of an operation until it is done.</summary>
    public async Task<T> PatientlyAsync<T>(Task<T> operation)
    {
        while (!operation.IsCompleted)
        {
            // A request's own time limit is 15 s; the waits between attempts end before that is reached again.
            var waits = Clock.SomebodyWaitsAsync(TimeSpan.FromSeconds(14));
            if (await Task.WhenAny(operation, waits) == waits) Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await operation;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
        await Far.DisposeAsync();
    }
}

/// <summary>Records what got in, and answers as told.</summary>
internal sealed class HandlerDouble : IActivityHandler
{
    public ConcurrentQueue<Activity> Seen { get; } = new();

    public Func<Activity, Task<InvokeResponse?>> Answer { get; set; } = _ => Task.FromResult<InvokeResponse?>(null);

    public Task<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        Seen.Enqueue(activity);
        return Answer(activity);
    }
}

/// <summary>Keeps every log line of our own as it would be written.</summary>
internal sealed class LogDouble : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("ReflectionBot", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}

/// <summary>The identity library insists on https; on this machine's loopback the far side speaks http.</summary>
internal sealed class PlainLoopback : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { IsLoopback: true } address)
            request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
