using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Faults;

/// <summary>The whole tenant is too fast for Teams, or Teams is out of order for everybody.</summary>
[Collection(FaultsCollection.Name)]
public sealed class ThrottledTests(Azurite azurite)
{
    private const string Throttled = """{"error":{"code":"Throttled"}}""";

    [Fact]
    public async Task A_storm_of_429_stops_the_tenant_for_as_long_as_Teams_says_and_then_everybody_is_asked_once()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 40);
        await using var _ = world;
        Storm(world, "2026-10-12 09:01", Fault.Answer(429, Throttled, "60"));
        await world.MoveTo("2026-10-12 09:00");
        var first = Posts(world, "2026-10-12 09:00");
        Assert.InRange(first, 1, 10);
        Assert.Equal("40 Pending", await Pending(world));
        await world.Pass(seconds: 59);
        Assert.Equal(first, Posts(world, "2026-10-12 09:00"));

        await world.Outlast();
        Assert.Equal("40 Sent", await world.Fates());
        Assert.Equal("40 x 1", team.Copies());
        Assert.Equal("", await team.Trouble());
    }

    [Fact]
    public async Task A_storm_of_429_without_a_time_is_met_with_a_few_cautious_tries_a_second()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 40);
        await using var _ = world;
        Storm(world, "2026-10-12 09:01", Fault.Answer(429, Throttled));
        await world.MoveTo("2026-10-12 09:00");
        await world.Pass(seconds: 59);
        Assert.All(world.Far.Faults.Arrivals.Where(arrival => arrival.At >= BotWorld.Moment("2026-10-12 09:00")).CountBy(arrival => arrival.At), second => Assert.InRange(second.Value, 1, 10));

        await world.Outlast();
        Assert.Equal("40 Sent", await world.Fates());
        Assert.Equal("40 x 1", team.Copies());
        Assert.Equal("", await team.Trouble());
    }

    [Theory]
    [InlineData(429, Throttled)]
    [InlineData(503, "<html><body>Service Unavailable</body></html>")]
    public async Task An_hour_without_Teams_delays_the_cards_and_loses_none(int status, string body)
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 40);
        await using var _ = world;
        Storm(world, "2026-10-12 10:00", Fault.Answer(status, body));
        await world.MoveTo("2026-10-12 09:00");
        await world.Outlast(TimeSpan.FromSeconds(20));
        Assert.Equal("40 Sent", await world.Fates());
        Assert.Equal("40 x 1", team.Copies());
        Assert.Equal("", await team.Trouble());
    }

    [Fact]
    public async Task A_round_that_is_closed_while_Teams_has_stopped_the_tenant_is_not_sent_any_more()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 40);
        await using var _ = world;
        Storm(world, "2026-10-12 09:01", Fault.Answer(429, Throttled, "3600"));
        await world.MoveTo("2026-10-12 09:00");
        await world.Pass(seconds: 60);
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("desk.closeNow");
        await world.MoveTo("2026-10-12 11:00");
        await world.Pass(seconds: 15);
        Assert.StartsWith("0 Sent, Administrator: Expired", await world.Fates(), StringComparison.Ordinal);
        Assert.Equal("40 x 0", team.Copies());
        Assert.Equal(
            "Nåede ikke ud, før runden lukkede: Administrator, Leder 1, Leder 10, Leder 11, Leder 12, Leder 13, Leder 14, Leder 15, Leder 16, Leder 17 og 30 flere.",
            await team.Trouble());
    }

    private static void Storm(BotWorld world, string until, Fault fault)
    {
        var over = BotWorld.Moment(until);
        world.Far.Faults.Everywhere = () => world.Clock.GetUtcNow() < over ? fault : null;
    }

    private static int Posts(BotWorld world, string since) =>
        world.Far.Faults.Arrivals.Count(arrival => arrival.Method == "POST" && arrival.At >= BotWorld.Moment(since));

    private static async Task<string> Pending(BotWorld world) =>
        $"{(await world.Rows("Outbox")).Count(row => row.GetString("State") == "Pending")} Pending";
}
