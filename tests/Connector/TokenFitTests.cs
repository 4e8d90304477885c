using System.Net;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.Connector;

/// <summary>A token that is good, and an activity that it does not speak for: 403.</summary>
public sealed class TokenFitTests : IAsyncLifetime
{
    private ConnectorWorld world = null!;

    public async Task InitializeAsync() => world = await ConnectorWorld.WithAuthenticationAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    public async Task A_key_that_does_not_speak_for_the_channel_is_403(string endorsement)
    {
        world.Far.Keys = [world.Key.Public(endorsement)];
        Assert.Equal(HttpStatusCode.Forbidden, await world.PostAsync(world.GoodToken(), ConnectorWorld.Message()));
    }

    [Fact]
    public async Task A_key_without_endorsements_is_403()
    {
        var key = world.Key.Public();
        key.Remove("endorsements");
        world.Far.Keys = [key];
        Assert.Equal(HttpStatusCode.Forbidden, await world.PostAsync(world.GoodToken(), ConnectorWorld.Message()));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    [InlineData(null)]
    public async Task Another_channel_is_403_even_with_a_key_that_speaks_for_it(string? channel)
    {
        world.Far.Keys = [world.Key.Public("msteams", "webchat", "directline")];
        var activity = ConnectorWorld.Message();
        activity["channelId"] = channel;
        Assert.Equal(HttpStatusCode.Forbidden, await world.PostAsync(world.GoodToken(), activity));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555", HttpStatusCode.OK)]
    [InlineData("HTTPS://SMBA.trafficmanager.net/EMEA/11111111-2222-3333-4444-555555555555/", HttpStatusCode.OK)]
    [InlineData("https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555//", HttpStatusCode.Forbidden)]
    [InlineData("https://smba.trafficmanager.net/amer/11111111-2222-3333-4444-555555555555/", HttpStatusCode.Forbidden)]
    [InlineData("http://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/", HttpStatusCode.Forbidden)]
    [InlineData("https://smba.trafficmanager.net:443/emea/11111111-2222-3333-4444-555555555555/", HttpStatusCode.Forbidden)]
    [InlineData("https://smba.trafficmanager.net:8443/emea/11111111-2222-3333-4444-555555555555/", HttpStatusCode.Forbidden)]
    [InlineData("https://smba.trafficmanager.net@evil.example/emea/11111111-2222-3333-4444-555555555555/", HttpStatusCode.Forbidden)]
    [InlineData("https://smba%2Etrafficmanager.net/emea/11111111-2222-3333-4444-555555555555/", HttpStatusCode.Forbidden)]
    [InlineData("https://smba.trafficmanager.net/%65mea/11111111-2222-3333-4444-555555555555/", HttpStatusCode.Forbidden)]
    [InlineData("https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/?x=1", HttpStatusCode.Forbidden)]
    [InlineData("https://evil.example/", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task The_service_url_must_be_the_tokens(string? serviceUrl, HttpStatusCode expected)
    {
        var activity = ConnectorWorld.Message();
        activity["serviceUrl"] = serviceUrl;
        Assert.Equal(expected, await world.PostAsync(world.GoodToken(), activity));
    }

    [Fact]
    public async Task A_token_without_service_url_is_403()
    {
        var claims = world.Claims();
        claims.Remove("serviceurl");
        Assert.Equal(HttpStatusCode.Forbidden, await world.PostAsync(world.Key.Sign(claims), ConnectorWorld.Message()));
    }

    [Theory]
    [InlineData("11111111-2222-3333-4444-555555555555", null, HttpStatusCode.OK)]
    [InlineData(null, "11111111-2222-3333-4444-555555555555", HttpStatusCode.OK)]
    [InlineData("66666666-7777-8888-9999-000000000000", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "66666666-7777-8888-9999-000000000000", HttpStatusCode.Forbidden)]
    [InlineData("11111111-2222-3333-4444-555555555555", "66666666-7777-8888-9999-000000000000", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.Forbidden)]
    [InlineData("", null, HttpStatusCode.Forbidden)]
    public async Task Only_an_allowed_tenant_gets_in(string? conversation, string? channelData, HttpStatusCode expected)
    {
        var activity = ConnectorWorld.Message();
        activity["conversation"]!["tenantId"] = conversation;
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = channelData } };
        Assert.Equal(expected, await world.PostAsync(world.GoodToken(), activity));
    }

    [Fact]
    public async Task A_refusal_is_one_log_line_without_the_token_or_the_text()
    {
        var token = world.GoodToken();
        var activity = ConnectorWorld.Message();
        activity["conversation"]!["tenantId"] = "66666666-7777-8888-9999-000000000000";
        await world.PostAsync(token, activity);
        var line = Assert.Single(world.Log.Lines, line => line.Contains("Refused", StringComparison.Ordinal));
        Assert.Equal("Warning: Refused with 403: WrongTenant. MS-CV -. ", line);
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("hjælp", StringComparison.Ordinal) || line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tenants_and_channels_of_ones_own_choice_replace_the_default()
    {
        await using var open = await ConnectorWorld.WithAuthenticationAsync(
            ("Teams:AllowedTenants", "66666666-7777-8888-9999-000000000000"), ("Connector:AllowedChannels:0", "webchat"));
        open.Far.Keys = [open.Key.Public("webchat", "msteams")];
        var activity = ConnectorWorld.Message();
        Assert.Equal(HttpStatusCode.Forbidden, await open.PostAsync(open.GoodToken(), activity));
        activity["channelId"] = "webchat";
        Assert.Equal(HttpStatusCode.Forbidden, await open.PostAsync(open.GoodToken(), activity));
        activity["conversation"]!["tenantId"] = "66666666-7777-8888-9999-000000000000";
        Assert.Equal(HttpStatusCode.OK, await open.PostAsync(open.GoodToken(), activity));
    }
}
