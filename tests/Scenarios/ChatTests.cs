using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>What people write to the bot: one answer each, and no more than is theirs to know.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class ChatTests(Azurite azurite)
{
    [Theory]
    [InlineData("hjælp", "Det kan du skrive til mig")]
    [InlineData("HJÆLP!", "Det kan du skrive til mig")]
    [InlineData("help", "Det kan du skrive til mig")]
    [InlineData("status", "Status")]
    public async Task A_word_is_answered_with_a_card(string word, string title)
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Leaders[1].Says(word);
        Assert.Equal(title, Assert.Single(team.Leaders[1].Cards).Lines[0]);
    }

    [Theory]
    [InlineData("hvad er klokken", "Det forstod jeg ikke. Skriv »hjælp«, så ser du, hvad jeg kan.")]
    [InlineData("", "Det forstod jeg ikke. Skriv »hjælp«, så ser du, hvad jeg kan.")]
    [InlineData("svar", "Der er ikke noget åbent spørgsmål lige nu.")]
    [InlineData("answer", "Der er ikke noget åbent spørgsmål lige nu.")]
    [InlineData("indstillinger", "Det kan kun en administrator. Spørg Administrator.")]
    [InlineData("settings", "Det kan kun en administrator. Spørg Administrator.")]
    [InlineData("opsummering", "Opsummeringen er for afdelingschefen. Spørg Afdelingschef.")]
    [InlineData("summary", "Opsummeringen er for afdelingschefen. Spørg Afdelingschef.")]
    public async Task A_leader_who_writes_gets_one_line(string word, string line)
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Leaders[1].Says(word);
        Assert.Equal(line, Assert.Single(team.Leaders[1].Inbox).Text);
    }

    [Fact]
    public async Task Somebody_without_a_team_is_answered_in_the_language_they_wrote()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var stranger = world.AddPerson("En fremmed");
        await stranger.Says("opsummering");
        Assert.Equal("Du er ikke med i et team, der bruger Refleksion, endnu. Når nogen tilføjer mig til jeres team, hører du fra mig.", stranger.LastText);
        await stranger.Says("summary");
        Assert.Equal("You are not in a team that uses Reflection yet. When somebody adds me to your team, you will hear from me.", stranger.LastText);
    }

    [Fact]
    public async Task Svar_brings_the_open_question_back_with_what_was_answered()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        await team.Leaders[1].Picks("2", "Det skrev jeg", "named");
        await team.Leaders[1].Says("svar");
        Assert.Equal(2, team.Leaders[1].Inbox.Count);
        Assert.Equal("2", team.Leaders[1].LastCard.Fields["score"]);
        Assert.Equal("Det skrev jeg", team.Leaders[1].LastCard.Fields["text"]);
        Assert.Equal("named", team.Leaders[1].LastCard.Fields["visibility"]);
    }

    [Fact]
    public async Task Status_tells_each_how_it_stands_with_themselves()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 4);
        await world.MoveTo("2026-10-12 09:00");
        await team.Leaders[1].Picks("2");
        await team.Leaders[2].Press("prompt.skip");
        foreach (var (leader, line) in team.Leaders.Skip(1).Zip(["Du har svaret.", "Du springer over.", "Du mangler at svare."]))
        {
            await leader.Says("status");
            Assert.Equal(line, leader.LastCard.Lines[^1]);
        }
    }

    [Fact]
    public async Task The_head_gets_the_latest_summary_again_and_nobody_else_does()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders.Take(5))
            await leader.Picks("4", "Det er kun for chefen");
        await world.MoveTo("2026-10-16 12:00");
        await team.Head.Says("opsummering");
        Assert.Equal(2, team.Head.Cards.Count);
        Assert.Contains("Det er kun for chefen", team.Head.LastCard.Lines);
        await team.Administrator.Says("opsummering");
        Assert.Equal("Opsummeringen er for afdelingschefen. Spørg Afdelingschef.", team.Administrator.LastText);
    }

    [Fact]
    public async Task Before_the_week_is_set_up_there_is_no_head_to_ask()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = world.AddTeam(leaders: 2);
        await team.Install();
        await team.Head.Says("opsummering");
        Assert.Equal("Der er ikke valgt en afdelingschef endnu. Spørg Administrator.", team.Head.LastText);
        await team.Head.Says("status");
        Assert.Equal(["Status", "Teknik og Miljø", "Ugen er ikke sat op endnu."], team.Head.LastCard.Lines);
    }

    [Fact]
    public async Task In_the_channel_a_mention_gets_the_status_or_the_way_to_ones_own_chat()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 4);
        await world.MoveTo("2026-10-12 09:00");
        await team.Leaders[1].Picks("2");
        await team.Leaders[1].SaysInChannel(team, "status");
        Assert.Equal(
            [
                "Status", "Teknik og Miljø",
                "En runde er åben til fredag 16. oktober kl. 12.00. 1 af 4 har svaret.",
                "Næste spørgsmål sendes mandag 19. oktober kl. 09.00.",
            ],
            team.Channel[^1].Card!.Lines);
        foreach (var word in new[] { "opsummering", "svar", "hvad er klokken" })
        {
            await team.Head.SaysInChannel(team, word);
            Assert.Equal("Jeg svarer på »status« her i kanalen. Skriv resten til mig i vores egen chat, så bliver det mellem os.", team.Channel[^1].Text);
        }
    }

    [Fact]
    public async Task Who_has_several_teams_chooses_one()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (both, head) = (world.AddPerson("Administrator"), world.AddPerson("Afdelingschef"));
        var first = world.AddTeam("Børn og Unge", head, [both, world.AddPerson("Leder 1")]);
        await first.Install();
        await first.SetUp();
        var second = world.AddTeam("Teknik og Miljø", head, [both, world.AddPerson("Leder 2")]);
        await second.Install();
        await second.SetUp();

        await both.Says("indstillinger");
        Assert.Equal(["Børn og Unge", "Teknik og Miljø"], both.LastCard.Buttons);
        await both.PressTitle("Teknik og Miljø");
        Assert.Equal(["Teknik og Miljø", "Jeres refleksion"], both.LastCard.Lines.Take(2));

        await world.MoveTo("2026-10-12 09:00");
        await both.Says("svar");
        await both.PressTitle("Børn og Unge");
        Assert.Equal("Ugens refleksion · Børn og Unge", both.LastCard.Lines[0]);
        await both.Picks("3");
        await world.MoveTo("2026-10-16 12:00");
        await head.Says("opsummering");
        await head.PressTitle("Børn og Unge");
        Assert.Contains("1 af 2 har svaret", head.LastCard.Lines);
        await head.Says("opsummering");
        await head.PressTitle("Teknik og Miljø");
        Assert.Contains("0 af 2 har svaret", head.LastCard.Lines);
    }
}
