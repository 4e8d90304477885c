using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReflectionBot.Tests.Connector;

namespace ReflectionBot.Tests.World;

/// <summary>
/// Microsoft's side of the wire, on one loopback port: the signing keys, the token endpoint, and the Bot Connector, which
/// knows everybody in <see cref="FakeTeams"/>. The Connector answers 401 to anything but the newest bot token.
/// </summary>
internal sealed class FarSide : IAsyncDisposable
{
    public const string AppId = "99999999-9999-9999-9999-999999999999";
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Secret = "not-a-secret";
    public const string ServiceUrl = $"https://smba.trafficmanager.net/emea/{Tenant}/";
    public const string BotId = "28:" + AppId;

    private readonly WebApplication app;
    private int tokens;

    private FarSide(WebApplication app, FakeTeams teams) => (this.app, Teams) = (app, teams);

    public FakeTeams Teams { get; }

    public FaultPlan Faults => Teams.Faults;

    public TestKey Key { get; } = new("key-1");

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<FarSide> StartAsync(FakeTeams teams)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var side = new FarSide(builder.Build(), teams);
        side.app.Run(side.AnswerAsync);
        await side.app.StartAsync();
        side.Address = new Uri(side.app.Urls.First());
        return side;
    }

    /// <summary>The files that were put into somebody's OneDrive.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Uploads { get; } = [];

    /// <summary>The token that Teams sends with an activity.</summary>
    public string TokenFor(JsonObject activity, DateTimeOffset now) => Key.Sign(new JsonObject
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["serviceurl"] = (string?)activity["serviceUrl"],
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
    });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        switch ((string?)context.Request.Headers[MicrosoftWire.Asked])
        {
            case "https://login.botframework.com":
                await WriteAsync(context, Keys(context.Request.Path));
                break;
            case "https://login.microsoftonline.com":
                await WriteAsync(context, Token(context.Request.Path, await context.Request.ReadFormAsync()));
                break;
            case "https://smba.trafficmanager.net":
                await ConnectorAsync(context, IsBotToken(context.Request.Headers.Authorization));
                break;
            case "https://kommune-my.sharepoint.com":
                await UploadAsync(context);
                break;
            case null:
                // A service in Development that was given this address itself, and has no identity to show.
                await ConnectorAsync(context, isKnown: true);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
                break;
        }
    }

    private async Task UploadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var isRight = context.Request.Method == "PUT" && context.Request.Headers.Authorization.Count == 0
            && context.Request.Headers.ContentRange == $"bytes 0-{context.Request.ContentLength - 1}/{context.Request.ContentLength}";
        if (isRight)
            Uploads.Enqueue(text);
        context.Response.StatusCode = isRight ? StatusCodes.Status201Created : StatusCodes.Status400BadRequest;
    }

    private static async Task WriteAsync(HttpContext context, (int Status, JsonNode? Body) answer)
    {
        var (status, body) = answer;
        context.Response.StatusCode = status;
        if (body is null)
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body.ToJsonString());
    }

    private (int Status, JsonNode? Body) Keys(PathString path) => path.Value switch
    {
        "/v1/.well-known/openidconfiguration" => (200, new JsonObject
        {
            ["issuer"] = "https://api.botframework.com",
            ["jwks_uri"] = "https://login.botframework.com/v1/.well-known/keys",
        }),
        "/v1/.well-known/keys" => (200, new JsonObject { ["keys"] = new JsonArray(Key.Public("msteams")) }),
        _ => (404, null),
    };

    private (int Status, JsonNode? Body) Token(PathString path, IFormCollection form)
    {
        var isOurs = path == $"/{Tenant}/oauth2/v2.0/token"
            && form["grant_type"] == "client_credentials"
            && form["client_id"] == AppId
            && form["client_secret"] == Secret
            && form["scope"].ToString().Split(' ').Contains("https://api.botframework.com/.default");
        return isOurs
            ? (200, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = $"bot-token-{Interlocked.Increment(ref tokens)}" })
            : (400, new JsonObject { ["error"] = "invalid_client" });
    }

    private async Task ConnectorAsync(HttpContext context, bool isKnown)
    {
        var request = context.Request;
        var by = request.Headers[MicrosoftWire.Instance].ToString();
        var fault = Faults.Arrive(request.Method, request.Path.Value!.Split("/v3", 2)[^1], by);
        switch (fault?.Kind)
        {
            case null:
                await Faults.TakeInAsync(by, async () => await WriteAsync(context, isKnown ? await ConnectorAsync(request) : (401, Error("Unauthorized"))));
                break;
            case FaultKind.Answers:
                context.Response.StatusCode = fault.Status;
                context.Response.ContentType = fault.ContentType;
                context.Response.Headers.RetryAfter = fault.RetryAfter;
                await context.Response.WriteAsync(fault.Body);
                break;
            case FaultKind.Hangs:
                await Faults.HangAsync(context.RequestAborted);
                break;
            default:
                if (fault.Kind == FaultKind.Drops)
                    await ConnectorAsync(request);
                context.Abort();
                break;
        }
    }

    private async Task<(int Status, JsonNode? Body)> ConnectorAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        var body = text.Length > 0 ? JsonSerializer.Deserialize<JsonObject>(text) : null;
        return Teams.Answer(request.Method, request.Path.Value!, request.Query["continuationToken"], body);
    }

    // Several services on one storage each fetch a token of their own.
    private bool IsBotToken(string? authorization) =>
        Enumerable.Range(1, Volatile.Read(ref tokens)).Any(number => authorization == $"Bearer bot-token-{number}");

    internal static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } };
}
