using System.Collections.Concurrent;
using System.Globalization;

namespace ReflectionBot.Benchmarks;

/// <summary>How the platform behaves. A limit is in accepted requests of one tenant in any second; zero is none.</summary>
internal sealed record FarRules(int LatencyMilliseconds, int LimitPerSecond);

/// <summary>What the platform saw.</summary>
internal sealed record FarReport(int Sent, int Recipients, int Twice, int Throttled, int ThrottledLate, double Seconds);

/// <summary>
/// The Bot Connector as a round sees it: <c>/{tenant}/v3/conversations/{id}/activities</c> is a send. It enforces the published
/// limit of each tenant and counts; nothing more, so that it costs little of the machine.
/// </summary>
internal static class FarSide
{
    private static readonly ConcurrentDictionary<string, FarTenant> s_tenants = new(StringComparer.Ordinal);
    private static FarRules s_rules = new(0, 0);
    private static long s_messages = 1_732_130_000_000;

    public static Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(AnswerAsync);
        return Child.ServeAsync(app);
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/');
        if (path is ["", "rules"])
        {
            s_rules = (await context.Request.ReadFromJsonAsync<FarRules>())!;
            s_tenants.Clear();
        }
        else if (path is ["", "report"])
            await context.Response.WriteAsJsonAsync(FarTenant.Report(s_tenants.Values));
        else if (path is ["", var tenant, "v3", "conversations", var conversation, "activities"])
            await SendAsync(context, s_tenants.GetOrAdd(tenant, _ => new FarTenant()), conversation);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static async Task SendAsync(HttpContext context, FarTenant tenant, string conversation)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var isAccepted = tenant.TryAccept(conversation, s_rules.LimitPerSecond);
        if (s_rules.LatencyMilliseconds > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(s_rules.LatencyMilliseconds), TimeProvider.System);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.StatusCode = isAccepted ? StatusCodes.Status201Created : StatusCodes.Status429TooManyRequests;
        if (!isAccepted)
            context.Response.Headers.RetryAfter = "1";
        var id = Interlocked.Increment(ref s_messages).ToString(CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(isAccepted ? $$"""{"id":"{{id}}"}""" : """{"error":{"code":"Throttled"}}""");
    }
}

/// <summary>What one tenant got, and when.</summary>
internal sealed class FarTenant
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _sends = new(StringComparer.Ordinal);
    private readonly Queue<long> _window = [];
    private long _first;
    private long _last;
    private int _throttled;
    private int _throttledLate;

    public bool TryAccept(string conversation, int limit)
    {
        lock (_gate)
        {
            var now = TimeProvider.System.GetTimestamp();
            if (_first == 0)
                _first = now;
            while (_window.TryPeek(out var oldest) && TimeProvider.System.GetElapsedTime(oldest, now) >= Window)
                _window.Dequeue();
            if (limit > 0 && _window.Count >= limit)
            {
                _throttled++;
                if (TimeProvider.System.GetElapsedTime(_first, now) > Start)
                    _throttledLate++;
                return false;
            }

            if (limit > 0)
                _window.Enqueue(now);
            _last = now;
            _sends[conversation] = _sends.GetValueOrDefault(conversation) + 1;
            return true;
        }
    }

    public static FarReport Report(ICollection<FarTenant> tenants) => tenants.Count == 0 ? new FarReport(0, 0, 0, 0, 0, 0) : new FarReport(
        tenants.Sum(tenant => tenant._sends.Values.Sum()),
        tenants.Sum(tenant => tenant._sends.Count),
        tenants.Sum(tenant => tenant._sends.Values.Count(sends => sends > 1)),
        tenants.Sum(tenant => tenant._throttled),
        tenants.Sum(tenant => tenant._throttledLate),
        TimeProvider.System.GetElapsedTime(tenants.Min(tenant => tenant._first), tenants.Max(tenant => tenant._last)).TotalSeconds);
}

/// <summary>The far side, seen from the benchmark.</summary>
internal sealed class FarSideProcess : IAsyncDisposable
{
    private readonly Child _child;
    private readonly HttpClient _http;

    private FarSideProcess(Child child, Uri address) => (_child, Address, _http) = (child, address, new HttpClient { BaseAddress = address });

    public Uri Address { get; }

    public static async Task<FarSideProcess> StartAsync()
    {
        var child = Child.Start(["far-side"]);
        return new FarSideProcess(child, await child.AddressAsync());
    }

    /// <summary>Forgets what was, and behaves like this from now on.</summary>
    public async Task BehaveAsync(FarRules rules)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Address, "rules"), rules);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<FarReport> ReportAsync() => (await _http.GetFromJsonAsync<FarReport>(new Uri(Address, "report")))!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _child.DisposeAsync();
    }
}
