using System.Net;

namespace ReflectionBot.Tests.Faults;

/// <summary>Something happens while the cards are going out, one a second.</summary>
[Collection(FaultsCollection.Name)]
public sealed class InterruptedTests(Azurite azurite)
{
    private static readonly (string Key, string? Value)[] OneASecond = [("Delivery:PerSecond", "1"), ("Delivery:Burst", "1")];

    [Fact]
    public async Task Storage_that_stops_and_comes_back_in_the_middle_costs_time_and_nothing_else()
    {
        var own = await Azurite.StartKeptAsync();
        try
        {
            var (world, team) = await Outcomes.StartAsync(own, 40, ("Delivery:PerSecond", "4"), ("Delivery:Burst", "4"));
            await using var _ = world;
            await world.MoveTo("2026-10-12 09:00");
            await world.Pass(seconds: 4);
            var before = team.Leaders.Sum(leader => leader.Copies());
            Assert.InRange(before, 5, 20);

            await own.StopAsync();
            await world.Pass(seconds: 60);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await world.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
            Assert.InRange(team.Leaders.Sum(leader => leader.Copies()), before, before + 10);

            await own.StartAgainAsync();
            await world.Outlast();
            Assert.Equal("40 Sent", await world.Fates());
            Assert.Equal("40 x 1", team.Copies());
            Assert.Equal("", await team.Trouble());
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_waits_when_the_round_is_closed_is_not_sent_any_more()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, 8, OneASecond);
        await using var _ = world;
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal("7 x 0, 1 x 1", team.Copies());
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("desk.closeNow");
        await world.Pass(seconds: 30);
        Assert.Equal("7 x 0, 1 x 1", team.Copies());
        Assert.Equal(
            "1 Sent, Leder 1: Expired, Leder 2: Expired, Leder 3: Expired, Leder 4: Expired, Leder 5: Expired, Leder 6: Expired, Leder 7: Expired",
            await world.Fates());
        Assert.Equal("Nåede ikke ud, før runden lukkede: Leder 1, Leder 2, Leder 3, Leder 4, Leder 5, Leder 6 og Leder 7.", await team.Trouble());
        Assert.Single(team.Head.Inbox);
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_ahead_changes_nothing()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, 8, OneASecond);
        await using var _ = world;
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal("7 x 0, 1 x 1", team.Copies());
        await world.Wait(TimeSpan.FromDays(1));
        await world.Outlast();
        Assert.Equal("8 Sent", await world.Fates());
        Assert.Equal("8 x 1", team.Copies());
        Assert.Equal("", await team.Trouble());
        Assert.Single(await world.Rows("Rounds"));
    }

    [Fact]
    public async Task A_clock_that_jumps_past_the_closing_sends_nothing_that_waited()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, 3, OneASecond);
        await using var _ = world;
        await world.MoveTo("2026-10-12 09:00");
        await world.Wait(TimeSpan.FromDays(5));
        await world.Pass(seconds: 15);
        Assert.Equal("1 Sent, Leder 1: Expired, Leder 2: Expired", await world.Fates());
        Assert.Equal("2 x 0, 1 x 1", team.Copies());
        Assert.Equal("Nåede ikke ud, før runden lukkede: Leder 1 og Leder 2.", await team.Trouble());
        Assert.Single(team.Head.Inbox);
    }

    [Fact]
    public async Task A_restart_in_the_middle_repeats_nothing()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, 8, OneASecond);
        await using var _ = world;
        await world.MoveTo("2026-10-12 09:00");
        for (var restart = 0; restart < 3; restart++)
        {
            await world.Pass(seconds: 2);
            await world.StopService();
            await world.StartService();
        }

        await world.Outlast();
        Assert.Equal("8 Sent", await world.Fates());
        Assert.Equal("8 x 1", team.Copies());
        Assert.Equal("", await team.Trouble());
    }
}
