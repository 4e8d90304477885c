using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Faults;

/// <summary>What reaches Teams in any one second, as the service is delivered.</summary>
[Collection(FaultsCollection.Name)]
public sealed class PaceTests(Azurite azurite)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Three_hundred_leaders_are_asked_for_the_first_time_with_at_most_50_requests_in_any_second()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, 300, ("Delivery:PerSecond", null), ("Delivery:Burst", null), ("Delivery:ConversationSeconds", null));
        await using var _ = world;
        Assert.InRange(await SendAsync(world, "2026-10-12 09:00"), 13, 18);
        Assert.Equal("300 Sent", await world.Fates());
        Assert.Equal("300 x 1", team.Copies());
    }

    // A request for the conversation and one for the card, 45 a second: 599 / 45 is 13.3 seconds, and more as the clock
    // moves in steps of almost two cards.
    private static async Task<double> SendAsync(BotWorld world, string moment)
    {
        await world.MoveTo(moment);
        await world.Outlast(TimeSpan.FromMilliseconds(40));
        DateTimeOffset[] arrivals = [.. world.Far.Faults.Arrivals.Select(arrival => arrival.At).Where(at => at >= BotWorld.Moment(moment)).Order()];
        Assert.InRange(arrivals.Max(from => arrivals.Count(at => at >= from && at < from + Second)), 30, 50);
        return (arrivals[^1] - arrivals[0]).TotalSeconds;
    }
}
