using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Faults;

/// <summary>Two services share one storage for a month; one's clock is half a minute fast, and each is restarted now and then.</summary>
[Collection(FaultsCollection.Name)]
public sealed class TwoInstancesTests(Azurite azurite)
{
    private static readonly TimeSpan Fast = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_month_of_two_services_is_one_months_cards()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, 12, ("Delivery:PerSecond", "2"), ("Delivery:Burst", "1"));
        await using var _ = world;
        await world.StartService(ahead: Fast);
        world.Far.Faults.Latency = TimeSpan.FromMilliseconds(5);

        // In turn the first of the two is restarted, in the midst of the sending: the right one first, then the fast one.
        var ahead = new[] { TimeSpan.Zero, Fast };
        string[] moments =
        [
            "2026-10-12 08:59", "2026-10-14 09:59", "2026-10-16 11:59", "2026-10-19 08:59", "2026-10-21 09:59", "2026-10-23 11:59",
            "2026-10-26 08:59", "2026-10-28 09:59", "2026-10-30 11:59", "2026-11-02 08:59", "2026-11-04 09:59", "2026-11-06 11:59",
        ];
        for (var number = 0; number < moments.Length; number++)
        {
            await world.MoveTo(moments[number]);
            await world.Pass(seconds: 33);
            await world.StopService(0);
            await world.Pass(seconds: 2);
            await world.StartService(ahead: ahead[number % 2]);
            await world.Pass(seconds: 45);
        }

        Assert.Equal(["2026-W42", "2026-W43", "2026-W44", "2026-W45"], await world.RowKeys("Rounds"));
        Assert.All(await world.Rows("Rounds"), round => Assert.Equal("Summarised", round.GetString("State")));
        string[] days = ["2026-10-12", "2026-10-14", "2026-10-19", "2026-10-21", "2026-10-26", "2026-10-28", "2026-11-02", "2026-11-04"];
        Assert.All(team.Leaders.Skip(1), leader => Assert.Equal(days, Days(leader)));
        Assert.Equal(["2026-10-16", "2026-10-23", "2026-10-30", "2026-11-06"], Days(team.Head));
        Assert.Equal("48 Sent", await world.Fates("prompt"));
        Assert.Equal("48 Sent", await world.Fates("reminder"));
        Assert.Equal("4 Sent", await world.Fates("summary"));
        Assert.Equal("", await team.Trouble());

        var posts = world.Far.Faults.Arrivals.Where(arrival => arrival.IsPost).ToList();
        Assert.DoesNotContain(posts, post => post.Overlapped);
        Assert.True(posts.Select(post => post.By).Distinct(StringComparer.Ordinal).Count() > 6, "Most of the services have had their turn.");
    }

    [Fact]
    public async Task Two_that_look_at_the_same_moment_open_remind_and_close_once()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, 6);
        await using var _ = world;
        await world.StartService();
        await world.StartService();
        await world.MoveTo("2026-11-06 12:00");
        await world.Pass(seconds: 15);
        Assert.Equal(["2026-W42", "2026-W43", "2026-W44", "2026-W45"], await world.RowKeys("Rounds"));
        Assert.All(team.Leaders.Skip(1), leader => Assert.Equal(8, leader.Inbox.Count));
        Assert.Equal(4, team.Head.Inbox.Count);
        Assert.DoesNotContain(world.Far.Faults.Arrivals, arrival => arrival.IsPost && arrival.Overlapped);
    }

    private static IEnumerable<string> Days(Person person) =>
        person.Inbox.Select(message => message.At.ToString("yyyy-MM-dd", null));
}
