using System.Net;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>The service was not there when something was due, or is there twice.</summary>
[Collection(WeeksCollection.Name)]
public sealed class DowntimeTests(Azurite azurite)
{
    [Theory]
    [InlineData("2026-10-12 09:01")]
    [InlineData("2026-10-13 08:59")]
    public async Task A_slot_missed_by_less_than_a_day_is_opened_late(string back)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await world.StopService();
        await world.MoveTo(back);
        await world.StartService();
        var prompt = Assert.Single(team.Leaders[1].Cards);
        Assert.Contains("Lukker fredag 16. oktober kl. 12.00. Skriv ikke navne på borgere eller medarbejdere.", prompt.Lines);
        await world.MoveTo("2026-10-16 12:00");
        Assert.Single(team.Head.Inbox);
    }

    [Fact]
    public async Task An_older_slot_is_missed_and_its_question_comes_next_week()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await world.StopService();
        await world.MoveTo("2026-10-13 09:00");
        await world.StartService();
        Assert.Empty(team.Leaders[1].Inbox);
        Assert.Equal("Missed", Assert.Single(await world.Rows("Rounds")).GetString("State"));
        await world.MoveTo("2026-10-16 13:00");
        Assert.Empty(team.Head.Inbox);
        await world.MoveTo("2026-10-19 09:00");
        Assert.Contains("Virker din resultatstyring som ønsket?", Assert.Single(team.Leaders[1].Cards).Lines);
    }

    [Fact]
    public async Task The_administrator_is_told_of_a_missed_slot()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await world.StopService();
        await world.MoveTo("2026-10-13 09:00");
        await world.StartService();
        await team.Administrator.Says("indstillinger");
        Assert.Contains(team.Administrator.LastCard.Lines, line => line.Contains("mandag 12. oktober", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_reminder_that_was_due_meanwhile_comes_late_and_once()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await world.MoveTo("2026-10-13 10:00");
        await team.Leaders[1].Picks("3");
        await world.StopService();
        await world.MoveTo("2026-10-15 08:00");
        await world.StartService();
        Assert.Single(team.Leaders[1].Inbox);
        Assert.Equal(2, team.Leaders[2].Inbox.Count);
        await world.StopService();
        await world.StartService();
        Assert.Equal(2, team.Leaders[2].Inbox.Count);
    }

    [Fact]
    public async Task A_closing_that_was_due_meanwhile_is_made_up_for_and_nobody_is_reminded()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await world.MoveTo("2026-10-13 10:00");
        foreach (var leader in team.Leaders.Skip(1))
            await leader.Picks("3");
        await world.StopService();
        await world.MoveTo("2026-10-19 10:00");
        await world.StartService();
        Assert.Contains("5 af 6 har svaret", Assert.Single(team.Head.Cards).Lines);
        Assert.Equal(["2026-10-12", "2026-10-19"], team.Leaders[1].Inbox.Select(message => message.At.ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public async Task Storage_that_is_gone_at_the_moment_of_opening_delays_the_round_and_no_more()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await world.MoveTo("2026-10-12 08:59");
        world.Traffic.StorageIsDown = true;
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await world.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        Assert.Empty(team.Leaders[1].Inbox);

        world.Traffic.StorageIsDown = false;
        await world.MoveTo("2026-10-12 09:05");
        Assert.Equal(HttpStatusCode.OK, (await world.Http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode);
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task Restarts_repeat_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        foreach (var moment in new[] { "2026-10-12 09:00", "2026-10-14 10:00", "2026-10-16 12:00" })
        {
            await world.MoveTo(moment);
            await world.StopService();
            await world.StartService();
            await world.StopService();
            await world.StartService();
        }

        Assert.Equal(2, team.Leaders[1].Inbox.Count);
        Assert.Single(team.Head.Inbox);
        Assert.Single(await world.Rows("Rounds"));
    }

    [Fact]
    public async Task Two_services_on_one_storage_make_one_round_a_week()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await world.StartService();
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders.Skip(1))
            await leader.Picks("3", $"Skrevet af {leader}");
        await world.MoveTo("2026-11-06 12:00");

        Assert.Equal(["2026-W42", "2026-W43", "2026-W44", "2026-W45"], await world.RowKeys("Rounds"));
        var summary = team.Head.Cards[0];
        Assert.Contains("5 af 6 har svaret", summary.Lines);
        Assert.Equal(
            ["Skrevet af Leder 1", "Skrevet af Leder 2", "Skrevet af Leder 3", "Skrevet af Leder 4", "Skrevet af Leder 5"],
            summary.Lines.Where(line => line.StartsWith("Skrevet", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_services_on_one_storage_send_each_card_once()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await world.StartService();
        await world.MoveTo("2026-10-16 12:00");
        Assert.All(team.Leaders.Skip(1), leader => Assert.Equal(2, leader.Inbox.Count));
        Assert.Single(team.Head.Inbox);
    }
}
