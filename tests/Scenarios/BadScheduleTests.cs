using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>A week that cannot be: the reason stands in the card, beside what was chosen, and nothing is saved.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class BadScheduleTests(Azurite azurite)
{
    [Theory]
    [InlineData("⚠ Påmindelsen skal komme, efter at spørgsmålet er sendt.", "opensOn", "Friday")]
    [InlineData("⚠ Påmindelsen skal komme, efter at spørgsmålet er sendt.", "remindsOn", "Monday", "remindsAt", "09:00")]
    [InlineData("⚠ Runden skal lukke efter påmindelsen og i samme uge.", "closesOn", "Tuesday")]
    [InlineData("⚠ Runden skal lukke efter påmindelsen og i samme uge.", "remindsOn", "Saturday")]
    [InlineData("⚠ Vælg et tidspunkt uden for natten mellem kl. 01 og 04.", "opensAt", "01:00")]
    [InlineData("⚠ Vælg et tidspunkt uden for natten mellem kl. 01 og 04.", "closesAt", "03:59")]
    [InlineData("⚠ Skriv klokkeslættet som 09:00.", "opensAt", "9")]
    [InlineData("⚠ Skriv klokkeslættet som 09:00.", "remindsAt", "")]
    [InlineData("⚠ Vælg en ugedag.", "opensOn", "Mandag")]
    [InlineData("⚠ Vælg en ugedag.", "opensOn", "1,2")]
    [InlineData("⚠ Den tidszone findes ikke.", "timeZone", "Europe/Atlantis")]
    [InlineData("⚠ Vælg hver uge, hver 2. uge eller hver 4. uge.", "everyWeeks", "3")]
    [InlineData("⚠ Vælg dansk eller engelsk.", "language", "sv")]
    [InlineData("⚠ Vælg mindst én afdelingschef blandt teamets medlemmer.", "heads", "")]
    [InlineData("⚠ Vælg mindst én afdelingschef blandt teamets medlemmer.", "heads", "aaaaaaaa-0000-0000-0000-000000009999")]
    public async Task A_week_that_cannot_be_comes_back_with_the_reason(string reason, params string[] typed)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = world.AddTeam(leaders: 2);
        await team.Install();
        var fields = typed.Chunk(2).Select(pair => (pair[0], pair[1])).ToArray();
        var card = (await team.Review(fields)).Card!;

        Assert.Equal(["Teknik og Miljø", "Sæt ugen op", "Næsten klar. Ret det, der er markeret med ⚠.", reason], card.Lines);
        foreach (var (field, value) in fields.Where(field => field.Item1 is not ("opensAt" or "remindsAt")))
            Assert.Equal(value, card.Fields[field]);
        await world.MoveTo("2026-10-12 12:00");
        Assert.Empty(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task Mended_it_can_be_saved()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = world.AddTeam(leaders: 2);
        await team.Install();
        await team.Review(("closesOn", "Tuesday"), ("opensAt", "08:15"));
        Assert.Equal("08:15", team.Administrator.LastCard.Fields["opensAt"]);
        await team.SetUp(("closesOn", "Thursday"));
        Assert.Contains("Hver uge: spørgsmål mandag kl. 08.15, påmindelse onsdag kl. 10.00, lukker torsdag kl. 12.00.", team.Administrator.LastCard.Lines);
    }

    [Fact]
    public async Task What_was_reviewed_can_be_changed_again()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = world.AddTeam(leaders: 2);
        await team.Install();
        await team.Review(("everyWeeks", "2"), ("headsAnswer", "true"));
        var form = (await team.Administrator.Press("setup.edit")).Card!;
        Assert.Equal("2", form.Fields["everyWeeks"]);
        Assert.Equal("true", form.Fields["headsAnswer"]);
        Assert.Equal(team.Head.Id, form.Fields["heads"]);
    }

    [Fact]
    public async Task The_head_answers_too_when_the_team_has_chosen_so()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(3, ("headsAnswer", "true"));
        await world.MoveTo("2026-10-12 09:00");
        Assert.Single(team.Head.Inbox);
        await world.MoveTo("2026-10-16 12:00");
        Assert.Contains("0 af 4 har svaret", team.Head.LastCard.Lines);
    }
}
