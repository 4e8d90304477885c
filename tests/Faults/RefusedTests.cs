using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Faults;

/// <summary>Teams says no to one leader's card, for that leader or for good.</summary>
[Collection(FaultsCollection.Name)]
public sealed class RefusedTests(Azurite azurite)
{
    [Theory]
    [InlineData(403, """{"error":{"code":"ConversationBlockedByUser"}}""", "Unreachable Blocked", "Kunne ikke få kortet: Leder 3 (har blokeret mig).")]
    [InlineData(403, """{"errorCode":209,"message":"{\n  \"subCode\": \"MessageWritesBlocked\"\n}"}""", "Unreachable Blocked", "Kunne ikke få kortet: Leder 3 (har blokeret mig).")]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", "Unreachable NotInstalled", "Kunne ikke få kortet: Leder 3 (har ikke appen).")]
    [InlineData(403, """{"errorCode":1,"message":"{\"subCode\":\"BotDisabledByAdmin\"}"}""", "Unreachable DisabledByAdmin", "Kunne ikke få kortet: Leder 3 (appen er slået fra af IT).")]
    [InlineData(403, "<html><body>Forbidden</body></html>", "Unreachable NotAllowed", "Kunne ikke få kortet: Leder 3 (Teams tillader det ikke).")]
    [InlineData(404, """{"error":{"code":"MemberNotFoundInConversation"}}""", "Unreachable Left", "Kunne ikke få kortet: Leder 3 (er ikke længere i organisationen).")]
    [InlineData(400, """{"error":{"code":"BadSyntax"}}""", "GivenUp BadSyntax", "Kortet kunne ikke sendes til Leder 3.")]
    [InlineData(500, """{"error":{"code":"ServiceError"}}""", "GivenUp ServiceError", "Kortet kunne ikke sendes til Leder 3.")]
    [InlineData(500, "<html><body>Sorry</body></html>", "GivenUp 500", "Kortet kunne ikke sendes til Leder 3.")]
    public async Task A_card_that_is_refused_is_not_tried_again_and_the_administrator_reads_why(int status, string body, string fate, string sentence)
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 6);
        await using var _ = world;
        world.Far.Faults.Always(team.Leaders[3], Fault.Answer(status, body));
        await world.MoveTo("2026-10-12 09:00");
        await world.Outlast();
        await world.MoveTo("2026-10-12 10:00");
        Assert.Equal($"5 Sent, Leder 3: {fate}", await world.Fates());
        Assert.Equal(1, world.Far.Faults.TriesFor(team.Leaders[3]));
        Assert.Equal("1 x 0, 5 x 1", team.Copies());
        Assert.Equal(sentence, await team.Trouble());
    }

    [Theory]
    [InlineData("""{"error":{"code":"ConversationBlockedByUser"}}""")]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""")]
    public async Task Who_blocked_the_bot_is_left_alone_until_they_write_and_then_gets_the_open_question(string body)
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 6);
        await using var _ = world;
        var leader = team.Leaders[3];
        world.Far.Faults.Always(leader, Fault.Answer(403, body));
        await world.MoveTo("2026-10-19 09:00");
        await world.Pass(seconds: 30);
        Assert.Equal(1, world.Far.Faults.TriesFor(leader));
        Assert.Equal("Kunne ikke få kortet: Leder 3 (har blokeret mig).", await team.Trouble());

        world.Far.Faults.Always(leader, null);
        await leader.Says("hjælp");
        await world.Outlast();
        Assert.Equal(1, leader.Copies());
        Assert.Equal("", await team.Trouble());
        await leader.PressOn(leader.Inbox.Single(message => message.Card?.Has("prompt.answer") == true), "prompt.skip");
        await world.MoveTo("2026-10-26 09:00");
        Assert.Equal(2, leader.Cards.Count(card => card.Has("prompt.answer") || card.Has("prompt.edit")));
    }

    [Fact]
    public async Task A_conversation_that_Teams_has_lost_is_opened_again()
    {
        var (world, team) = await Outcomes.StartAsync(azurite, leaders: 6);
        await using var _ = world;
        world.Far.Faults.Next(team.Leaders[3], Fault.Answer(404, """{"error":{"code":"ConversationNotFound"}}"""));
        await world.MoveTo("2026-10-12 09:00");
        await world.Outlast();
        Assert.Equal("6 Sent", await world.Fates());
        Assert.Equal("6 x 1", team.Copies());
        Assert.Equal(2, world.Far.Faults.TriesFor(team.Leaders[3]));
        Assert.Equal("", await team.Trouble());
    }
}
