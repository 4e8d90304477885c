using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ReflectionBot.Tests.Connector;

/// <summary>What the service asked of the far side.</summary>
internal sealed record Asked(string Method, string Target, string? Authorization, string? ContentType, string Body);

/// <summary>
/// Microsoft's side of the wire on a loopback port: signing keys under /keys, the token endpoint under a tenant's
/// id, and the Bot Connector under /v3. Each answers by a function that a test may replace.
/// </summary>
internal sealed class FarSide : IAsyncDisposable
{
    private readonly WebApplication app;
    private int tokens;

    private FarSide(WebApplication app) => this.app = app;

    public ConcurrentQueue<Asked> Calls { get; } = new();

    public ConcurrentQueue<Asked> TokenCalls { get; } = new();

    public int MetadataCalls { get; private set; }

    public JsonArray Keys { get; set; } = [];

    public Func<HttpContext, Task> Metadata { get; set; } = _ => Task.CompletedTask;

    public Func<HttpContext, Task> Token { get; set; } = _ => Task.CompletedTask;

    /// <summary>The connector's answers, in order; the last one stays.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<FarSide> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var side = new FarSide(builder.Build());
        side.app.Run(side.AnswerAsync);
        await side.app.StartAsync();
        side.Address = new Uri(side.app.Urls.First());
        side.Metadata = context => context.Response.WriteAsync(new JsonObject { ["jwks_uri"] = new Uri(side.Address, "/keys").ToString() }.ToJsonString());
        side.Token = context => context.Response.WriteAsJsonAsync(
            new { token_type = "Bearer", expires_in = 3600, access_token = $"bot-token-{Interlocked.Increment(ref side.tokens)}" });
        return side;
    }

    public void Answer(int status, string body = "", string? retryAfter = null) => Answers.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/metadata")
        {
            MetadataCalls++;
            await Metadata(context);
        }
        else if (path == "/keys") await context.Response.WriteAsync(new JsonObject { ["keys"] = Keys.DeepClone() }.ToJsonString());
        else if (path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal)) await RecordAsync(context, TokenCalls, Token);
        else await RecordAsync(context, Calls, NextAnswer());
    }

    private Func<HttpContext, Task> NextAnswer()
    {
        if (Answers.Count > 1 && Answers.TryDequeue(out var next)) return next;
        return Answers.TryPeek(out var last) ? last : _ => Task.CompletedTask;
    }

    private static async Task RecordAsync(HttpContext context, ConcurrentQueue<Asked> calls, Func<HttpContext, Task> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        calls.Enqueue(new Asked(context.Request.Method, target, context.Request.Headers.Authorization, context.Request.ContentType, body));
        await answer(context);
    }
}
