using ReflectionBot.Tests.World;
using Xunit.Abstractions;

namespace ReflectionBot.Tests.Faults;

/// <summary>The real service, killed again and again while a large round goes out. It takes a minute or two.</summary>
[Collection(FaultsCollection.Name)]
[Trait("Category", "Crash")]
public sealed class CrashTests(Azurite azurite, ITestOutputHelper output)
{
    private const int Leaders = 2_000;
    private const int Kills = 20;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly Random random = new(20_261_012);

    [Fact]
    public async Task Killed_twenty_times_in_one_round_it_loses_nobody_and_repeats_at_most_ten_cards_a_time()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        using var service = new ServiceProcess(Settings(world));
        world.Elsewhere = service.Http;
        world.ServiceUrl = world.Far.Address.AbsoluteUri;
        service.Start();
        await service.ReadyAsync();
        var team = await world.AddRunningTeam(Leaders);

        var round = SendNowAsync(world, team, service);
        for (var kill = 0; kill < Kills; kill++)
        {
            await MomentAsync(world);
            await service.KillAsync();
            output.WriteLine($"Kill {kill + 1}: {Posted(world)} cards so far.");
            service.Start();
        }

        await round;
        await SettledAsync(world);
        var copies = team.Leaders.Select(leader => leader.Copies()).ToList();
        output.WriteLine($"{copies.Sum() - Leaders} cards were sent twice.");
        Assert.DoesNotContain(0, copies);
        Assert.InRange(copies.Sum() - Leaders, 0, Kills * 10);
        Assert.Equal("2000 Sent", await world.Fates());
        Assert.Equal("", await team.Trouble());
    }

    private static Dictionary<string, string?> Settings(BotWorld world)
    {
        foreach (var key in new[] { "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId" })
            world.MoreSettings[key] = null;
        world.MoreSettings["environment"] = "Development";
        world.MoreSettings["Delivery:PerSecond"] = "400";
        world.MoreSettings["Delivery:Burst"] = "50";
        world.MoreSettings["Delivery:Lease"] = "00:00:05";
        return world.Settings();
    }

    // Killed before the round was stored, the service has forgotten the press, and the administrator presses again.
    private static async Task SendNowAsync(BotWorld world, Department team, ServiceProcess service)
    {
        while ((await world.Rows("Rounds")).Count == 0)
        {
            try
            {
                await service.ReadyAsync();
                await team.Administrator.Press("desk.sendNow");
            }
            catch (HttpRequestException)
            {
                // It was killed before it could answer.
            }
        }
    }

    // Two times in three in the midst of sending, otherwise anywhere from its start on.
    private async Task MomentAsync(BotWorld world)
    {
        if (random.Next(3) > 0)
        {
            var before = Posted(world);
            while (Posted(world) == before)
                await Task.Delay(Look, TimeProvider.System);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1_000)), TimeProvider.System);
        }
        else
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(2_000)), TimeProvider.System);
        }
    }

    private static async Task SettledAsync(BotWorld world)
    {
        var since = TimeProvider.System.GetTimestamp();
        while ((await world.Fates()).Contains("Pending", StringComparison.Ordinal))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromMinutes(2), "The round does not come to its end.");
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    private static int Posted(BotWorld world) => world.Far.Faults.Posts;
}
