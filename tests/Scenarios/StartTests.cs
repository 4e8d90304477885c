using System.Net;
using Microsoft.Extensions.Options;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>How the service starts, and what it says of itself.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class StartTests(Azurite azurite)
{
    [Fact]
    public async Task Without_storage_it_lives_says_so_once_and_gets_ready_when_storage_is_back()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        world.Traffic.StorageIsDown = true;
        await world.StartService(settle: false);
        await BotWorld.Until(() => world.Log.Lines.Any(line => line.Contains("Storage cannot be reached", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, await Get(world, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Get(world, "/health/ready"));

        world.Traffic.StorageIsDown = false;
        await world.Clock.SomebodyWaitsAsync(TimeSpan.FromSeconds(5));
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.Settle();
        Assert.Equal(HttpStatusCode.OK, await Get(world, "/health/ready"));
        var line = Assert.Single(world.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains("Check Storage:ConnectionString or Storage:TableEndpoint", line, StringComparison.Ordinal);

        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Theory]
    [InlineData("MicrosoftAppId", null, "MicrosoftAppId is missing")]
    [InlineData("MicrosoftAppPassword", null, "MicrosoftAppPassword is missing")]
    [InlineData("MicrosoftAppTenantId", null, "MicrosoftAppTenantId is missing")]
    [InlineData("Storage:ConnectionString", null, "Storage:ConnectionString (or Storage:TableEndpoint) is missing")]
    [InlineData("Storage:TablePrefix", "to-9", "Storage:TablePrefix must be at most 30 letters from a to z.")]
    public async Task In_production_a_missing_setting_stops_the_start_and_is_named(string key, string? value, string sentence)
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite);
        world.MoreSettings[key] = value;
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => world.StartService());
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> Get(BotWorld world, string path)
    {
        using var response = await world.Http.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }
}
