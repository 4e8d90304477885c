using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Connector;

public sealed class ServiceHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.TrafficManager.net/emea/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/emea/", false)]
    [InlineData("https://smba.trafficmanager.net./emea/", false)]
    [InlineData("https://x.smba.trafficmanager.net/emea/", false)]
    [InlineData("https://evil-botframework.com/", false)]
    [InlineData("https://.botframework.com/", false)]
    [InlineData("https://botframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net/?x=", false)]
    [InlineData("https://smba.trafficmanager.net/#x", false)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/gcch", false)]
    [InlineData("https://smbа.trafficmanager.net/", false)]
    [InlineData("http://127.0.0.1:56150/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void In_production_only_https_hosts_on_the_list(string url, bool expected) =>
        Assert.Equal(expected, Hosts("Production", "99999999-9999-9999-9999-999999999999").MayCall(Url(url)));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://localhost:56150/", true)]
    [InlineData("http://[::1]:56150/", true)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://192.168.1.20/", false)]
    public void In_Development_this_machine_too(string url, bool expected) =>
        Assert.Equal(expected, Hosts("Development", "99999999-9999-9999-9999-999999999999").MayCall(Url(url)));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", false)]
    [InlineData("http://127.0.0.1:56150/", true)]
    public void Without_authentication_only_this_machine(string url, bool expected) =>
        Assert.Equal(expected, Hosts("Development", null).MayCall(Url(url)));

    [Fact]
    public async Task Without_authentication_calls_carry_no_token()
    {
        await using var world = await ConnectorWorld.StartAsync([]);
        await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        Assert.Null(Assert.Single(world.Far.Calls).Authorization);
        Assert.Empty(world.Far.TokenCalls);
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_is_not_called_and_no_token_is_fetched_for_it()
    {
        await using var world = await ConnectorWorld.WithAuthenticationAsync();
        var verdict = await world.Client.SendOnceAsync(new ConversationReference(new Uri("https://evil.example/"), "a:1"), "{}"u8.ToArray(), default);
        Assert.Equal(new Verdict<string>(VerdictKind.Rejected, Code: "HostNotAllowed"), verdict);
        Assert.Empty(world.Far.TokenCalls);
    }

    [Fact]
    public async Task In_production_this_machine_is_not_called()
    {
        await using var world = await ConnectorWorld.StartAsync(
            [("MicrosoftAppId", ConnectorWorld.AppId), ("MicrosoftAppPassword", "x"), ("MicrosoftAppTenantId", ConnectorWorld.Tenant)], "Production");
        Assert.Equal("HostNotAllowed", (await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default)).Code);
        Assert.Empty(world.Far.Calls);
    }

    [Fact]
    public void A_list_of_ones_own_replaces_the_clouds()
    {
        var hosts = Hosts("Production", "x", new ConnectorOptions { MicrosoftAppId = "x", AllowedServiceHosts = ["own.example"] });
        Assert.True(hosts.MayCall(new Uri("https://own.example/")));
        Assert.False(hosts.MayCall(new Uri("https://smba.trafficmanager.net/")));
    }

    private static Uri Url(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : new Uri("none:");

    private static ServiceHosts Hosts(string environment, string? appId, ConnectorOptions? options = null) => new(
        Options.Create(options ?? new ConnectorOptions { MicrosoftAppId = appId }),
        Mock.Of<IHostEnvironment>(host => host.EnvironmentName == environment));
}
