using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>The bot is removed from its team, forgotten, or added again.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class RemovalTests(Azurite azurite)
{
    [Fact]
    public async Task Removal_stops_everything_and_deletes_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await world.MoveTo("2026-10-12 09:00");
        await team.Leaders[1].Picks("4", "Før vi stoppede");
        var before = await world.CountRows("Teams", "Members", "Rounds", "Participation", "Answers");
        await team.Remove();

        Assert.Equal(before, await world.CountRows("Teams", "Members", "Rounds", "Participation", "Answers"));
        Assert.Equal(
            [
                "Teknik og Miljø",
                "Refleksion er fjernet fra teamet",
                "Alt er stoppet, og intet er slettet. Tilføj mig igen, så fortsætter I, hvor I slap. Vil I ikke fortsætte, kan du slette alt her.",
            ],
            team.Administrator.LastCard.Lines);
        await world.MoveTo("2026-11-02 12:00");
        Assert.Single(team.Leaders[1].Inbox);
        Assert.Single(team.Leaders[2].Inbox);
        Assert.Empty(team.Head.Inbox);
    }

    [Fact]
    public async Task Added_again_the_week_goes_on_and_what_passed_meanwhile_is_nobodys()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await world.MoveTo("2026-10-16 12:00");
        await team.Remove();
        await world.MoveTo("2026-10-29 12:00");
        await team.Install();
        await world.MoveTo("2026-11-02 09:00");

        Assert.Single(team.Channel);
        Assert.Equal(["2026-10-12", "2026-10-14", "2026-11-02"], team.Leaders[1].Inbox.Select(message => message.At.ToString("yyyy-MM-dd", null)));
        Assert.Contains("Refleksion og udfordring af egen praksis: Hvordan kan I bidrage til det?", team.Leaders[1].LastCard.Lines);
        Assert.Equal(["2026-W42", "2026-W45"], await world.RowKeys("Rounds"));
    }

    [Fact]
    public async Task Everything_is_deleted_after_a_second_thought()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders.Skip(1))
            await leader.Picks("4", "Svar der skal slettes");
        await world.MoveTo("2026-10-19 09:00");
        await team.Remove();

        var sure = (await team.Administrator.Press("desk.forget")).Card!;
        Assert.Contains("Er du sikker? Teamets opsætning, runder, svar og opsummeringer kan ikke hentes tilbage.", sure.Lines);
        Assert.NotEqual(0, await world.CountRows("Rounds"));
        var back = (await team.Administrator.Press("desk.show")).Card!;
        Assert.Equal("Refleksion er fjernet fra teamet", back.Lines[1]);
        await team.Administrator.Press("desk.forget");
        var gone = (await team.Administrator.Press("desk.forgetConfirmed")).Card!;

        Assert.Equal("Alt er slettet", gone.Lines[1]);
        Assert.Equal(0, await world.CountRows("Teams", "Members", "Memberships", "Rounds", "Participation", "Answers", "Summaries", "Outbox", "OutboxBatches"));
    }

    [Fact]
    public async Task A_team_that_was_forgotten_can_begin_again()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Remove();
        await team.Administrator.Press("desk.forget");
        await team.Administrator.Press("desk.forgetConfirmed");
        await team.Install();
        await team.SetUp();
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal(2, team.Channel.Count);
        Assert.Contains("Virker din resultatstyring som ønsket?", Assert.Single(team.Leaders[1].Cards).Lines);
    }

    [Fact]
    public async Task The_administrator_hears_of_every_removal()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Remove();
        await team.Install();
        await team.Remove();
        Assert.Equal(2, team.Administrator.Cards.Count(card => card.Lines[1] == "Refleksion er fjernet fra teamet"));
    }

    [Fact]
    public async Task While_the_bot_is_in_the_team_nothing_can_be_forgotten()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var reply = await team.Administrator.Forge("desk.forgetConfirmed", new() { ["team"] = team.Thread });
        Assert.Equal("Jeres refleksion", reply.Card!.Lines[1]);
        Assert.Equal(1, await world.CountRows("Teams"));
    }
}
