using Microsoft.Extensions.Options;

namespace ReflectionBot.Tests.Connector;

public sealed class StartTests
{
    private const string Guid = "99999999-9999-9999-9999-999999999999";

    [Fact]
    public async Task Development_without_an_app_id_starts_and_says_that_authentication_is_off()
    {
        await using var world = await ConnectorWorld.StartAsync([]);
        Assert.Contains(world.Log.Lines, line => line.StartsWith("Warning: Authentication is off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_an_app_id_nothing_of_the_kind_is_said()
    {
        await using var world = await ConnectorWorld.WithAuthenticationAsync();
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("Authentication is off", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MicrosoftAppId is missing")]
    [InlineData("MicrosoftAppId is missing, but MicrosoftAppPassword is set", "MicrosoftAppPassword=x", "environment=Development")]
    [InlineData("MicrosoftAppId must be the GUID", "MicrosoftAppId=bot", "MicrosoftAppTenantId=" + Guid, "MicrosoftAppPassword=x")]
    [InlineData("MicrosoftAppTenantId is missing", "MicrosoftAppId=" + Guid, "MicrosoftAppPassword=x")]
    [InlineData("MicrosoftAppTenantId must be the GUID", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=contoso", "MicrosoftAppPassword=x")]
    [InlineData("MicrosoftAppPassword is missing", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid)]
    [InlineData("MicrosoftAppPassword and MicrosoftAppCertificatePath are set", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid, "MicrosoftAppPassword=x", "MicrosoftAppCertificatePath=y")]
    [InlineData("MicrosoftAppPassword is set, but MicrosoftAppType UserAssignedMSI", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid, "MicrosoftAppPassword=x", "MicrosoftAppType=UserAssignedMSI")]
    [InlineData("MicrosoftAppType must be", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid, "MicrosoftAppType=MultiTenant")]
    [InlineData("Connector:OpenIdMetadata must be", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid, "MicrosoftAppPassword=x", "Connector:OpenIdMetadata=http://keys.example/")]
    [InlineData("Connector:Authority must be", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid, "MicrosoftAppPassword=x", "Connector:Authority=http://login.example/")]
    [InlineData("Connector:AllowedServiceHosts must hold", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid, "MicrosoftAppPassword=x", "Connector:AllowedServiceHosts=https://smba.trafficmanager.net/")]
    [InlineData("Connector:MaxBodyBytes must be", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid, "MicrosoftAppPassword=x", "Connector:MaxBodyBytes=0")]
    [InlineData("Connector:BodyTimeout must be", "MicrosoftAppId=" + Guid, "MicrosoftAppTenantId=" + Guid, "MicrosoftAppPassword=x", "Connector:BodyTimeout=01:00:00")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string sentence, params string[] settings)
    {
        var pairs = settings.Select(setting => setting.Split('=', 2)).Select(pair => (pair[0], (string?)pair[1])).ToArray();
        var environment = settings.Contains("environment=Development") ? "Development" : "Production";
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => ConnectorWorld.StartAsync(pairs, environment));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_cloud_is_named_too()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorWorld.StartAsync([("Connector:Cloud", "Mars")]));
        Assert.Contains("Connector:Cloud", failure.Message, StringComparison.Ordinal);
    }
}
