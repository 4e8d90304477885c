using System.Text.Json.Nodes;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>Who is in the team: events that come twice, in any order, and without names.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class RosterTests(Azurite azurite)
{
    [Fact]
    public async Task A_roster_of_three_pages_is_asked_to_the_last_person()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 120);
        await world.MoveTo("2026-10-12 09:00");
        Assert.All(team.Leaders.Skip(1), leader => Assert.Single(leader.Inbox));
        await world.MoveTo("2026-10-16 12:00");
        Assert.Contains("0 af 120 har svaret", team.Head.LastCard.Lines);
    }

    [Fact]
    public async Task Every_event_may_come_again_and_nothing_is_said_twice()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = world.AddTeam(leaders: 3);
        await team.Install();
        await team.Install();
        var newcomer = world.AddPerson("Leder 3");
        await team.Joins(newcomer);
        await team.HearsOf("membersAdded", "teamMemberAdded", newcomer);
        await team.SetUp();
        await newcomer.InstallsForThemselves();
        await newcomer.InstallsForThemselves();

        Assert.Single(team.Channel);
        Assert.Single(team.Administrator.Inbox);
        Assert.Equal("Hej! Jeg er Refleksion", Assert.Single(newcomer.Cards).Lines[0]);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal(2, newcomer.Inbox.Count);
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task Somebody_who_joins_before_the_bot_is_known_is_in_the_roster_all_the_same()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = world.AddTeam(leaders: 3);
        var early = world.AddPerson("Leder 3");
        await team.Joins(early);
        await team.Install();
        await team.SetUp();
        await world.MoveTo("2026-10-12 09:00");
        Assert.Single(early.Inbox);
    }

    [Fact]
    public async Task A_name_that_Teams_does_not_tell_stops_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var nameless = world.AddPerson(null!);
        var team = world.AddTeam("Teknik og Miljø", world.AddPerson("Afdelingschef"), [world.AddPerson("Administrator"), nameless, world.AddPerson("Leder 2")]);
        var added = team.Activity("conversationUpdate", nameless);
        added["from"] = new JsonObject { ["id"] = nameless.UserId, ["aadObjectId"] = nameless.Id };
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = FarSide.BotId });
        added["channelData"]!["team"]!.AsObject().Remove("name");
        await world.Deliver(added);

        Assert.Equal("Hej Teknik og Miljø!", team.Channel[0].Card!.Lines[0]);
        Assert.Equal("Den, der tilføjede mig, sætter ugen op. Indtil da sker der ikke noget.", team.Channel[0].Card!.Lines[^1]);
        await nameless.Press("setup.review", ("heads", team.Head.Id));
        await nameless.Press("setup.save");
        await world.MoveTo("2026-10-12 09:00");
        Assert.Single(team.Leaders[2].Inbox);
    }

    [Fact]
    public async Task Who_left_gets_no_reminder_and_who_came_is_asked_next_week()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = await world.AddRunningTeam(leaders: 6);
        await world.MoveTo("2026-10-12 09:00");
        var leaver = team.Leaders[5];
        var newcomer = world.AddPerson("Leder 6");
        await team.Leaves(leaver);
        await team.HearsOf("membersRemoved", "teamMemberRemoved", leaver);
        await team.Joins(newcomer);

        await world.MoveTo("2026-10-14 10:00");
        Assert.Single(leaver.Inbox);
        Assert.Equal(2, team.Leaders[4].Inbox.Count);
        Assert.Empty(newcomer.Inbox);
        Assert.Equal("Det kan jeg ikke gøre for dig. Skriv »hjælp«, så ser du, hvad jeg kan.", (await leaver.Picks("3")).Line);

        await world.MoveTo("2026-10-19 09:00");
        Assert.Single(newcomer.Inbox);
        Assert.Single(leaver.Inbox);
        await team.Joins(leaver);
        await world.MoveTo("2026-10-26 09:00");
        Assert.Equal(2, leaver.Inbox.Count);
    }

    [Fact]
    public async Task Events_of_a_team_that_nobody_knows_are_taken_and_leave_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = world.AddTeam(leaders: 2);
        await team.Remove();
        await team.Leaves(team.Leaders[1]);
        var deleted = team.Activity("conversationUpdate", team.Administrator);
        deleted["channelData"]!["eventType"] = "teamDeleted";
        await world.Deliver(deleted);
        Assert.Equal(0, await world.CountRows("Teams", "Members", "Memberships", "Outbox"));
    }

    [Fact]
    public async Task A_deleted_team_hears_nothing_more()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var deleted = team.Activity("conversationUpdate", team.Administrator);
        deleted["channelData"]!["eventType"] = "teamDeleted";
        await world.Deliver(deleted);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Empty(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task Sixty_members_fit_into_the_set_up_card()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = world.AddTeam(leaders: 59);
        await team.Install();
        await team.SetUp();
        Assert.Equal("Gemt. Ugen kører nu af sig selv.", team.Administrator.LastCard.Lines[2]);
    }

    [Fact]
    public async Task A_renamed_team_is_called_by_its_new_name()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = await world.AddRunningTeam(leaders: 2);
        team.Name = "Plan, Teknik og Miljø";
        var renamed = team.Activity("conversationUpdate", team.Administrator);
        renamed["channelData"]!["eventType"] = "teamRenamed";
        await world.Deliver(renamed);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal("Ugens refleksion · Plan, Teknik og Miljø", team.Leaders[1].LastCard.Lines[0]);
    }

    [Fact]
    public async Task A_newer_service_address_is_used_from_then_on()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Leaders[1].Says("hjælp");
        world.ServiceUrl = $"https://smba.trafficmanager.net/de/{FarSide.Tenant}/";
        await team.Leaders[1].Says("hjælp");
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal("/de/" + FarSide.Tenant, team.Leaders[1].Inbox[^1].Region);
    }
}
