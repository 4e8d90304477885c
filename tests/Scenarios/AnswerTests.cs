using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>A leader's answer, from the first press to the closing of the round.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class AnswerTests(Azurite azurite)
{
    private const string ClosedText =
        "Runden lukkede fredag 16. oktober kl. 12.00, så her kan ikke ændres mere. Et svar, du sendte før lukketid, er talt med. Vi ses ved næste spørgsmål.";

    [Fact]
    public async Task Leader_who_answers_gets_a_receipt_of_it()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenRound(world, leaders: 6);
        await team.Leaders[1].Picks("4", "Vi har færre mål", "named");
        Assert.Equal(
            [
                "Ugens refleksion · Teknik og Miljø",
                "Tak for dit svar",
                "Virker din resultatstyring som ønsket?",
                "4 (1 = Slet ikke, 5 = I meget høj grad)",
                "Vi har færre mål",
                "Sendt med dit navn",
                "Du kan ændre det indtil fredag 16. oktober kl. 12.00.",
            ],
            team.Leaders[1].LastCard.Lines);
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task Leader_who_sends_three_times_counts_once()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenRound(world, leaders: 6);
        foreach (var leader in team.Leaders.Take(5))
        {
            var replies = await leader.PressThreeTimes("prompt.answer", ("score", "4"), ("text", $"Fra {leader}"));
            Assert.All(replies, reply => Assert.Equal("Tak for dit svar", reply.Card!.Lines[1]));
        }

        await world.MoveTo("2026-10-16 12:00");
        Assert.Contains("5 af 6 har svaret", team.Head.LastCard.Lines);
        Assert.Equal("1: 0, 2: 0, 3: 0, 4: 5, 5: 0", team.Head.LastCard.Bars);
        Assert.Single(team.Head.LastCard.Lines, line => line == "Fra Leder 1");
    }

    [Fact]
    public async Task An_answer_can_be_changed_until_the_round_closes()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenRound(world, leaders: 6);
        foreach (var leader in team.Leaders.Take(5))
            await leader.Picks("1", "Mit første svar");
        await world.MoveTo("2026-10-16 11:59");
        var prompt = (await team.Leaders[1].Press("prompt.edit")).Card!;
        Assert.Equal("1", prompt.Fields["score"]);
        Assert.Equal("Mit første svar", prompt.Fields["text"]);
        Assert.Equal("anonymous", prompt.Fields["visibility"]);
        await team.Leaders[1].Picks("5", "Mit andet svar", "named");

        await world.MoveTo("2026-10-16 12:00");
        var summary = team.Head.LastCard;
        Assert.Contains("5 af 6 har svaret", summary.Lines);
        Assert.Contains("Mit andet svar", summary.Lines);
        Assert.Contains("– Leder 1", summary.Lines);
    }

    [Fact]
    public async Task After_closing_a_press_is_met_kindly_and_changes_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenRound(world, leaders: 7);
        foreach (var leader in team.Leaders.Take(5))
            await leader.Picks("4");
        var late = team.Leaders[6];
        var prompt = late.Inbox[0];
        await world.MoveTo("2026-10-16 12:01");
        var before = team.Head.LastCard.ToString();

        var answer = await late.PressOn(prompt, "prompt.answer", ("score", "1"), ("text", "For sent"));
        Assert.Equal(["Ugens refleksion · Teknik og Miljø", "Runden er lukket", ClosedText], answer.Card!.Lines);
        var edit = await team.Leaders[1].Press("prompt.edit");
        Assert.Equal("Runden er lukket", edit.Card!.Lines[1]);
        var skip = await late.PressOn(late.Inbox[1], "prompt.skip");
        Assert.Equal("Runden er lukket", skip.Card!.Lines[1]);

        await team.Head.Says("opsummering");
        Assert.Equal(before, team.Head.LastCard.ToString());
        Assert.DoesNotContain(await world.Rows("Answers"), row => row.GetString("Text") is not null);
    }

    [Fact]
    public async Task Leader_who_skips_can_answer_after_all()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenRound(world, leaders: 3);
        var skipped = (await team.Leaders[1].Press("prompt.skip")).Card!;
        Assert.Equal("Du springer over i denne uge", skipped.Lines[1]);
        Assert.Contains("Helt i orden. Skifter du mening, kan du svare indtil fredag 16. oktober kl. 12.00.", skipped.Lines);
        await team.Leaders[1].Press("prompt.edit");
        await team.Leaders[1].Picks("2");
        await world.MoveTo("2026-10-16 12:00");
        Assert.Contains("1 af 3 har svaret", team.Head.LastCard.Lines);
    }

    [Fact]
    public async Task Skipping_after_answering_takes_nothing_back()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenRound(world, leaders: 3);
        await team.Leaders[1].Picks("2", "Det står jeg ved");
        var reply = await team.Leaders[1].Forge("prompt.skip", new() { ["team"] = team.Thread, ["slot"] = "2026-W42" });
        Assert.Equal("Tak for dit svar", reply.Card!.Lines[1]);
        Assert.Contains("Det står jeg ved", reply.Card.Lines);
    }

    [Fact]
    public async Task An_older_client_sends_Submit_and_its_card_is_replaced()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenRound(world, leaders: 6);
        foreach (var leader in team.Leaders.Take(5))
            await leader.Submit("prompt.answer", ("score", "2"), ("text", "Fra en ældre klient"));
        Assert.Single(team.Leaders[1].Inbox);
        Assert.Equal("Tak for dit svar", team.Leaders[1].LastCard.Lines[1]);
        await team.Leaders[5].Submit("prompt.skip");
        Assert.Equal("Du springer over i denne uge", team.Leaders[5].LastCard.Lines[1]);
        await world.MoveTo("2026-10-16 12:00");
        Assert.Equal("1: 0, 2: 5, 3: 0, 4: 0, 5: 0", team.Head.LastCard.Bars);
    }

    [Fact]
    public async Task A_number_has_its_middle_and_its_ends()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await BotWorld.SkipRounds(team, 7);
        await team.Administrator.Press("desk.sendNow");
        Assert.Contains("Hvor mange mål arbejder I med pt.?", team.Leaders[1].LastCard.Lines);
        foreach (var (leader, number) in team.Leaders.Skip(1).Zip(["3", "7", "12", "15.0", "40"]))
            await leader.Press("prompt.answer", ("number", number));
        Assert.Contains("15 mål", team.Leaders[4].LastCard.Lines);
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("desk.closeNow");
        Assert.Equal("0–9: 2, 10–19: 2, 20–29: 0, 30–39: 0, 40–49: 1", team.Head.LastCard.Bars);
        Assert.Contains("Midterste tal: 12 mål", team.Head.LastCard.Lines);
        Assert.Contains("Fra 3 til 40 mål", team.Head.LastCard.Lines);
    }

    private static async Task<Department> OpenRound(BotWorld world, int leaders)
    {
        var team = await world.AddRunningTeam(leaders);
        await world.MoveTo("2026-10-12 09:00");
        return team;
    }
}
