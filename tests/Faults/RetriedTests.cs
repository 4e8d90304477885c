using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Faults;

/// <summary>Something goes wrong on the way to one leader that may go right the next time.</summary>
[Collection(FaultsCollection.Name)]
public sealed class RetriedTests(Azurite azurite)
{
    public static TheoryData<string> Passing => [.. PassingFaults.Keys];

    private static Dictionary<string, Fault> PassingFaults { get; } = new(StringComparer.Ordinal)
    {
        ["412"] = Fault.Answer(412, """{"error":{"code":"PreconditionFailed"}}"""),
        ["429 with Retry-After"] = Fault.Answer(429, """{"error":{"code":"Throttled"}}""", "7"),
        ["429 without"] = Fault.Answer(429, """{"error":{"code":"Throttled"}}"""),
        ["429 in HTML"] = Fault.Answer(429, "<html><body>Slow down</body></html>"),
        ["502"] = Fault.Answer(502, """{"error":{"code":"BadGateway"}}"""),
        ["502 in HTML"] = Fault.Answer(502, "<html><body>Bad Gateway</body></html>"),
        ["503"] = Fault.Answer(503, """{"error":{"code":"ServiceUnavailable"}}"""),
        ["503 with a date"] = Fault.Answer(503, "", "Mon, 12 Oct 2026 07:00:20 GMT"),
        ["504"] = Fault.Answer(504),
        ["reset"] = Fault.Reset,
        ["hangs"] = Fault.Hang,
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_is_waited_out_and_the_card_arrives_once(string name)
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 6);
        await using var _ = world;
        world.Far.Faults.Next(team.Leaders[3], PassingFaults[name]);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal(0, team.Leaders[3].Copies());
        // How many are through depends on whether Teams stopped the tenant before they had their turn.
        Assert.StartsWith("Kortet er på vej: ", await team.Trouble(), StringComparison.Ordinal);
        await world.Outlast();
        Assert.Equal("6 Sent", await world.Fates());
        Assert.Equal("6 x 1", team.Copies());
        Assert.Equal(2, world.Far.Faults.TriesFor(team.Leaders[3]));
        Assert.Equal("", await team.Trouble());
    }

    [Fact]
    public async Task A_card_that_arrived_although_nobody_said_so_is_there_twice_and_an_answer_on_either_counts_once()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 6);
        await using var _ = world;
        var leader = team.Leaders[3];
        world.Far.Faults.Next(leader, Fault.Drop);
        await world.MoveTo("2026-10-12 09:00");
        await world.Outlast();
        Assert.Equal("6 Sent", await world.Fates());
        Assert.Equal("5 x 1, 1 x 2", team.Copies());

        foreach (var copy in leader.Inbox)
            await leader.PressOn(copy, "prompt.answer", ("score", "4"), ("visibility", "anonymous"));
        await team.Administrator.Says("indstillinger");
        Assert.Contains("En runde er åben til fredag 16. oktober kl. 12.00. 1 af 6 har svaret.", team.Administrator.LastCard.Lines);
    }

    [Theory]
    [InlineData(FaultKind.Drops, "GivenUp ConnectionFailed", 2, "5 x 1, 1 x 2")]
    [InlineData(FaultKind.Resets, "GivenUp ConnectionFailed", 2, "1 x 0, 5 x 1")]
    [InlineData(FaultKind.Hangs, "GivenUp Timeout", 2, "1 x 0, 5 x 1")]
    public async Task Answers_that_are_always_lost_are_given_up_after_a_second_copy(object kind, string fate, int tries, string copies)
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 6);
        await using var _ = world;
        world.Far.Faults.Always(team.Leaders[3], new Fault((FaultKind)kind));
        await world.MoveTo("2026-10-12 09:00");
        await world.Outlast();
        await world.MoveTo("2026-10-12 10:00");
        Assert.Equal($"5 Sent, Leder 3: {fate}", await world.Fates());
        Assert.Equal(tries, world.Far.Faults.TriesFor(team.Leaders[3]));
        Assert.Equal(copies, team.Copies());
        Assert.Equal("Kortet kunne ikke sendes til Leder 3.", await team.Trouble());
    }

    [Fact]
    public async Task A_card_that_never_gets_through_is_given_up_after_its_attempts()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 6, ("Delivery:MostAttempts", "4"));
        await using var _ = world;
        world.Far.Faults.Always(team.Leaders[3], Fault.Answer(503, """{"error":{"code":"ServiceUnavailable"}}"""));
        await world.MoveTo("2026-10-12 09:00");
        await world.Outlast();
        Assert.Equal("5 Sent, Leder 3: GivenUp ServiceUnavailable", await world.Fates());
        Assert.Equal(4, world.Far.Faults.TriesFor(team.Leaders[3]));
        Assert.Equal("1 x 0, 5 x 1", team.Copies());
        Assert.Equal("Kortet kunne ikke sendes til Leder 3.", await team.Trouble());
    }
}
