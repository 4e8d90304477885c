using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>What a team no longer keeps is gone, and what it still keeps is not.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class RetentionTests(Azurite azurite)
{
    [Fact]
    public async Task What_is_older_than_the_team_keeps_it_is_forgotten()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(5, ("everyWeeks", "4"));
        await team.Administrator.Press("privacy.show");
        await team.Administrator.Press("privacy.save", ("retention", "3"));
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders.Skip(1))
            await leader.Picks("4");
        await world.MoveTo("2027-01-15 12:00");
        Assert.Contains(await world.Rows("Summaries"), row => row.PartitionKey.EndsWith("2026-W42", StringComparison.Ordinal));
        Assert.Contains(await world.Rows("Audit"), row => row.GetString("Act") == "Installed");

        await world.MoveTo("2027-01-18 12:00");
        await world.StopService();
        await world.StartService();
        foreach (var table in (string[])["Summaries", "Participation", "Outbox", "Journal"])
            Assert.Equal([], (await world.Rows(table)).Select(row => $"{table} {row.PartitionKey} {row.RowKey}").Where(row => row.Contains("2026-W42", StringComparison.Ordinal)));
        Assert.DoesNotContain(await world.Rows("Audit"), row => row.GetString("Act") == "Installed");
        Assert.Contains(await world.Rows("Summaries"), row => row.PartitionKey.EndsWith("2026-W46", StringComparison.Ordinal));
        await team.Administrator.Says("indstillinger");
        Assert.Contains("Svar og opsummering er slettet, fordi de var ældre end I gemmer dem.", (await team.Administrator.Press("history.show")).Card!.Lines);
    }
}
