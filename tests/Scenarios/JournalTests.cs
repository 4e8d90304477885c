using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>A leader's own reflections: kept where they ask for it, read by them alone, and met again when the area comes round.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class JournalTests(Azurite azurite)
{
    [Fact]
    public async Task Kept_reflections_are_read_newest_first_and_by_area()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await Keep(world, team, 8);
        await team.Leaders[1].Says("mine refleksioner");
        var all = team.Leaders[1].LastCard;
        Assert.Equal(["Mine refleksioner", "Kun du kan læse dem her i Teams."], all.Lines.Take(2));
        Assert.Equal(["Refleksion 8", "Refleksion 7", "Refleksion 6", "Refleksion 5", "Refleksion 4"], all.Lines.Where(line => IsText(line)));
        Assert.Null(all.Bars);
        await team.Leaders[1].PressTitle("Næste");
        Assert.Equal(["Refleksion 3", "Refleksion 2", "Refleksion 1"], team.Leaders[1].LastCard.Lines.Where(line => IsText(line)));
        await team.Leaders[1].Says("mine refleksioner");
        await team.Leaders[1].PressTitle("Færre mål – mere ledelse");
        Assert.Equal(["Refleksion 8", "Refleksion 1"], team.Leaders[1].LastCard.Lines.Where(line => IsText(line)));
    }

    [Fact]
    public async Task Nobody_else_reads_them()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await Keep(world, team, 1);
        foreach (var other in (Person[])[team.Head, team.Administrator, team.Leaders[2]])
        {
            await other.Says("mine refleksioner");
            Assert.DoesNotContain("Refleksion 1", other.LastCard.ToString(), StringComparison.Ordinal);
            Assert.Contains("Her er ikke noget endnu. Sæt flueben ved »Gem også en kopi til mig selv«, når du svarer, så ligger svaret her.", other.LastCard.Lines);
        }

        await team.Head.Says("opsummering");
        Assert.DoesNotContain("Refleksion 1", team.Head.LastCard.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_area_comes_round_again_the_prompt_shows_what_was_written_then_to_its_writer_alone()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await Keep(world, team, 7);
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("desk.sendNow");
        Assert.Contains("Færre mål – mere ledelse", team.Leaders[1].LastCard.Lines);
        Assert.Contains("Sidst, 8. oktober 2026, svarede du 1. Det ser kun du.", team.Leaders[1].LastCard.Lines);
        Assert.Contains("Refleksion 1", team.Leaders[1].LastCard.Lines);
        Assert.DoesNotContain("Sidst, ", team.Leaders[2].LastCard.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_kept_only_where_it_was_asked_for_and_the_card_says_what_it_means()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Contains("Kopien ligger med dit navn. Et anonymt svar kan derfor genkendes af den, der driver systemet.", team.Leaders[1].LastCard.ToString(), StringComparison.Ordinal);
        await team.Leaders[1].Picks("4", "Uden kopi");
        Assert.Empty(await world.Rows("Journal"));
        await team.Leaders[1].Press("prompt.edit");
        await team.Leaders[1].Press("prompt.answer", ("keep", "true"));
        Assert.Contains("Du har en kopi i Mine refleksioner", team.Leaders[1].LastCard.Lines);
        Assert.Single(await world.Rows("Journal"));
        await team.Leaders[1].Press("prompt.edit");
        Assert.Equal("true", team.Leaders[1].LastCard.Fields["keep"]);
        await team.Leaders[1].Press("prompt.answer", ("keep", "false"));
        Assert.Empty(await world.Rows("Journal"));
    }

    private static bool IsText(string line) => line.StartsWith("Refleksion ", StringComparison.Ordinal) && char.IsDigit(line[^1]);

    // So many rounds one after another, each answered by the second leader with a copy for themselves.
    private static async Task Keep(BotWorld world, Department team, int rounds)
    {
        for (var round = 1; round <= rounds; round++)
        {
            await team.Administrator.Says("indstillinger");
            await team.Administrator.Press("desk.sendNow");
            var leader = team.Leaders[1];
            (string, string) value = leader.LastCard.Fields switch
            {
                var fields when fields.ContainsKey("score") => ("score", "1"),
                var fields when fields.ContainsKey("number") => ("number", "1"),
                _ => ("visibility", "anonymous"),
            };
            await leader.Press("prompt.answer", value, ("text", $"Refleksion {round}"), ("keep", "true"));
            await world.Wait(TimeSpan.FromMinutes(5));
            await team.Administrator.Says("indstillinger");
            await team.Administrator.Press("desk.closeNow");
        }
    }
}
