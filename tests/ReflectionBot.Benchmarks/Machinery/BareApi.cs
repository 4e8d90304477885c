using System.Text.Json;
using ReflectionBot.Connector;

namespace ReflectionBot.Benchmarks;

/// <summary>What any ASP.NET Core service costs: reads the activity's JSON, writes a card's JSON, and does nothing.</summary>
internal static class BareApi
{
    public static Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is null)
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var card = Prompt.Card("bare");
        app.MapGet("/", () => "ready");
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            var activity = await JsonSerializer.DeserializeAsync(context.Request.Body, ConnectorJson.Default.Activity, context.RequestAborted);
            if (activity?.Type != ActivityTypes.Invoke)
                return Results.BadRequest();
            return Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(card), "application/json; charset=utf-8");
        });
        return Child.ServeAsync(app);
    }
}
