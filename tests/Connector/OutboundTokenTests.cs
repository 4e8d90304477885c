using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Connector;

public sealed class OutboundTokenTests : IAsyncLifetime
{
    private ConnectorWorld world = null!;

    public async Task InitializeAsync() => world = await ConnectorWorld.WithAuthenticationAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task The_token_is_asked_for_with_the_bots_own_name_and_secret()
    {
        await SendAsync();
        var asked = Assert.Single(world.Far.TokenCalls);
        Assert.Equal("/11111111-2222-3333-4444-555555555555/oauth2/v2.0/token", asked.Target.Split('?')[0]);
        var form = asked.Body.Split('&');
        Assert.Contains("grant_type=client_credentials", form);
        Assert.Contains("client_id=99999999-9999-9999-9999-999999999999", form);
        Assert.Contains("client_secret=not-a-secret", form);
        Assert.Contains("https://api.botframework.com/.default", Uri.UnescapeDataString(asked.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_token_serves_all_until_five_minutes_before_its_end()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync()));
        Assert.Single(world.Far.TokenCalls);
        world.Clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("Bearer bot-token-1", await SendAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Bearer bot-token-2", await SendAsync());
        Assert.Equal(2, world.Far.TokenCalls.Count);
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_serves_to_its_end()
    {
        await SendAsync();
        world.Far.Token = Refuse;
        world.Clock.Advance(TimeSpan.FromMinutes(57));
        Assert.Equal("Bearer bot-token-1", await SendAsync());
        Assert.False(world.Tokens.Healthy);
        world.Clock.Advance(TimeSpan.FromMinutes(4));
        var verdict = await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        Assert.Equal(new Verdict<string>(VerdictKind.Retry, RetryAfter: TimeSpan.FromSeconds(30), Code: "TokenUnavailable"), verdict);
    }

    [Fact]
    public async Task After_a_failure_the_token_endpoint_is_left_alone_for_half_a_minute()
    {
        var token = world.Far.Token;
        world.Far.Token = Refuse;
        for (var i = 0; i < 3; i++) await world.Client.GetTeamAsync(world.Far.Address, "19:x", default);
        Assert.Single(world.Far.TokenCalls);
        Assert.Empty(world.Far.Calls);
        world.Far.Token = token;
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("Bearer bot-token-1", await SendAsync());
        Assert.True(world.Tokens.Healthy);
        Assert.Contains(world.Log.Lines, line => line.Contains("AADSTS7000215", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("not-a-secret", StringComparison.Ordinal) || line.Contains("bot-token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_401_renews_the_token_once_and_tries_once_more()
    {
        world.Far.Answer(401);
        world.Far.Answer(200, "{\"id\":\"173\"}");
        var verdict = await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        Assert.Equal("173", verdict.Value);
        Assert.Equal(["Bearer bot-token-1", "Bearer bot-token-2"], world.Far.Calls.Select(asked => asked.Authorization));
    }

    [Fact]
    public async Task A_401_that_stays_is_rejected_and_hammers_nobody()
    {
        world.Far.Answer(401, "{\"error\":{\"code\":\"BotNotRegistered\"}}");
        var first = await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        var second = await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        Assert.Equal(new Verdict<string>(VerdictKind.Rejected, Code: "BotNotRegistered"), first);
        Assert.Equal(first, second);
        Assert.Equal(2, world.Far.TokenCalls.Count);
        Assert.Equal(3, world.Far.Calls.Count);
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["error"] = "invalid_client",
            ["error_description"] = "AADSTS7000215: Invalid client secret provided.",
            ["error_codes"] = new JsonArray(7000215),
        });
    }

    private async Task<string?> SendAsync()
    {
        await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        return world.Far.Calls.Last().Authorization;
    }
}
