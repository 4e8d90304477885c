using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>What the administrator can do at the desk, and the rhythms to choose from.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class DeskTests(Azurite azurite)
{
    [Fact]
    public async Task Send_now_asks_the_next_question_at_once_and_only_once()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-13 14:00");
        var team = await world.AddRunningTeam(leaders: 3);
        var desk = (await team.Administrator.Press("desk.sendNow")).Card!;
        Assert.Contains("Spørgsmålet er på vej til 3.", desk.Lines);
        Assert.Contains("En runde er åben til fredag 16. oktober kl. 12.00. 0 af 3 har svaret.", desk.Lines);
        Assert.DoesNotContain("Send næste spørgsmål nu", desk.Buttons);
        Assert.Contains("Luk runden nu", desk.Buttons);
        Assert.Contains("Virker din resultatstyring som ønsket?", Assert.Single(team.Leaders[1].Cards).Lines);

        // The slot has been used: the week it was planned for has no second round.
        await world.MoveTo("2026-10-19 12:00");
        Assert.Equal(["2026-10-13", "2026-10-14"], team.Leaders[1].Inbox.Select(message => message.At.ToString("yyyy-MM-dd", null)));
        await world.MoveTo("2026-10-26 09:00");
        Assert.Contains("Refleksion og udfordring af egen praksis: Hvordan kan I bidrage til det?", team.Leaders[1].LastCard.Lines);
    }

    [Fact]
    public async Task Close_now_sends_the_summary_at_once()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders.Skip(1))
            await leader.Picks("4");
        await team.Administrator.Says("indstillinger");
        var desk = (await team.Administrator.Press("desk.closeNow")).Card!;
        Assert.Contains("Runden er lukket, og opsummeringen er på vej.", desk.Lines);
        Assert.Contains("5 af 6 har svaret", Assert.Single(team.Head.Cards).Lines);
        await world.MoveTo("2026-10-16 13:00");
        Assert.Single(team.Head.Inbox);
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task The_same_close_three_times_makes_one_summary()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await world.MoveTo("2026-10-12 09:00");
        await team.Administrator.Says("indstillinger");
        await team.Administrator.PressThreeTimes("desk.closeNow");
        Assert.Single(team.Head.Inbox);
    }

    [Fact]
    public async Task The_same_send_three_times_asks_once()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await team.Administrator.PressThreeTimes("desk.sendNow");
        Assert.All(team.Leaders.Skip(1), leader => Assert.Single(leader.Inbox));
        Assert.Single(await world.Rows("Rounds"));
    }

    [Fact]
    public async Task A_pause_skips_what_would_open_before_its_end()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var desk = (await team.Administrator.Press("desk.pause", ("pauseUntil", "2026-10-26"))).Card!;
        Assert.Contains("På pause til 26. oktober 2026. Derefter fortsætter ugen af sig selv.", desk.Lines);
        Assert.Contains("Springes over: pause", desk.Lines);
        await world.MoveTo("2026-10-25 12:00");
        Assert.Empty(team.Leaders[1].Inbox);
        await world.MoveTo("2026-10-26 09:00");
        Assert.Contains("Virker din resultatstyring som ønsket?", Assert.Single(team.Leaders[1].Cards).Lines);
    }

    [Fact]
    public async Task A_pause_can_be_ended_before_its_time()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Administrator.Press("desk.pause", ("pauseUntil", "2026-12-01"));
        await world.MoveTo("2026-10-14 12:00");
        var desk = (await team.Administrator.Press("desk.resume")).Card!;
        Assert.Contains("Mandag 19. oktober kl. 09.00", desk.Lines);
        await world.MoveTo("2026-10-19 09:00");
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Theory]
    [InlineData("2026-10-08")]
    [InlineData("2027-10-10")]
    [InlineData("")]
    [InlineData("i morgen")]
    public async Task A_pause_needs_a_day_after_today_within_a_year(string typed)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var desk = (await team.Administrator.Press("desk.pause", ("pauseUntil", typed))).Card!;
        Assert.Contains("Vælg en dato efter i dag og højst et år frem.", desk.Lines);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Theory]
    [InlineData("2", "2026-10-12", "2026-10-26", "2026-11-09")]
    [InlineData("4", "2026-10-12", "2026-11-09", "2026-12-07")]
    public async Task Every_second_or_fourth_week_is_counted_from_the_first(string every, params string[] openings)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(2, ("everyWeeks", every));
        await world.MoveTo("2026-12-07 09:00");
        var prompts = team.Leaders[1].Inbox.Where(message => message.At.DayOfWeek == DayOfWeek.Monday);
        Assert.Equal(openings, prompts.Take(3).Select(message => message.At.ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public async Task A_changed_week_holds_from_the_next_round_on()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("setup.open");
        await team.SetUp(("opensOn", "Tuesday"), ("opensAt", "08:30"), ("remindsOn", "Thursday"));
        await world.MoveTo("2026-10-16 12:00");
        Assert.Single(team.Head.Inbox);
        await world.MoveTo("2026-10-20 08:29");
        Assert.Equal(2, team.Leaders[1].Inbox.Count);
        await world.MoveTo("2026-10-20 08:30");
        Assert.Equal(3, team.Leaders[1].Inbox.Count);
    }

    [Fact]
    public async Task Christmas_moves_and_skips_with_its_reason()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-12-17 10:00");
        var team = world.AddTeam(leaders: 2);
        await team.Install();
        var review = (await team.Review(("opensOn", "Friday"), ("remindsOn", "Saturday"), ("closesOn", "Sunday"))).Card!;
        Assert.Equal(
            ["Fredag 18. december kl. 09.00", "Fredag 25. december kl. 09.00", "Springes over: Juledag"],
            review.Lines.Where(line => line.Contains("december", StringComparison.Ordinal) || line.StartsWith("Springes", StringComparison.Ordinal)).Take(3));
    }

    [Fact]
    public async Task Somebody_who_has_blocked_the_bot_is_told_of_at_the_desk()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        team.Leaders[1].HasBlockedTheBot = true;
        await world.MoveTo("2026-10-12 09:00");
        Assert.Single(team.Leaders[2].Inbox);
        await team.Administrator.Says("indstillinger");
        Assert.Contains("Kunne ikke få kortet: Leder 1 (har ikke appen).", team.Administrator.LastCard.Lines);
    }

    [Fact]
    public async Task A_busy_platform_is_tried_again()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        team.Leaders[1].BusyTimes = 2;
        await world.MoveTo("2026-10-12 09:00");
        Assert.Empty(team.Leaders[1].Inbox);
        await world.Wait(TimeSpan.FromSeconds(5));
        await world.Wait(TimeSpan.FromSeconds(10));
        Assert.Single(team.Leaders[2].Inbox);
        Assert.Single(team.Leaders[1].Inbox);
    }
}
