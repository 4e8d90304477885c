using System.Text.Json.Nodes;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>What a department head does with a summary: reads on, shares it, takes it home. And who may not.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class SummaryTests(Azurite azurite)
{
    private const string Closed = "Runder fra før din tid som afdelingschef er lukkede for dig. En administrator kan åbne dem under Personer.";

    [Fact]
    public async Task The_card_says_in_a_minute_where_the_department_stands()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6);
        var card = team.Head.LastCard;
        Assert.Contains("6 af 12 har svaret", card.Lines);
        Assert.Equal("1: 0, 2: 0, 3: 0, 4: 6, 5: 0", card.Bars);
        Assert.Contains("Ord, der går igen", card.Lines);
        Assert.Contains("tillid (6 ledere)", card.Lines);
        Assert.Contains("Tag det op på næste ledermøde", card.Lines);
        Assert.Equal(["Del med lederne", "Udvikling", "Tidligere uger", "Hent som fil"], card.Buttons);
    }

    [Fact]
    public async Task Everything_there_is_to_read_has_a_way_back()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 8, text: new string('x', 900));
        var head = team.Head;
        Assert.Contains(head.LastCard.Lines, line => line.EndsWith(" …", StringComparison.Ordinal));
        Assert.Equal(8, (await head.Press("summary.texts")).Card!.Lines.Count(line => line == new string('x', 900)));
        await head.Press("summary.show");
        Assert.Contains("Uge 42 · " + head.LastCard.Lines[1], (await head.Press("summary.history")).Card!.Lines);
        await head.PressButton(head.LastCard.AllButtons("summary.show")[0]);
        Assert.Equal("42: 67", (await head.Press("summary.trend")).Card!.Bars);
        Assert.Contains(head.LastCard.Lines, line => line == "4,0 (uge 42)");
        Assert.Contains("Det seneste år", (await head.Press("summary.trend")).Card!.Lines);
        await head.Press("summary.show");
        Assert.Contains("8 af 12 har svaret", head.LastCard.Lines);
    }

    [Fact]
    public async Task The_second_time_says_how_it_has_moved()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6);
        await world.MoveTo("2026-10-19 09:00");
        foreach (var leader in team.Leaders.Take(7))
            await leader.AnswersAnything();
        await world.MoveTo("2026-10-23 12:00");
        Assert.Contains("7 af 12 har svaret (sidst 6 af 12)", team.Head.LastCard.Lines);
    }

    [Fact]
    public async Task Sharing_shows_first_sends_once_and_tells_everybody_whose_words_they_are()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6);
        var before = team.Leaders[1].Inbox.Count;
        await team.Head.Press("share.show");
        await team.Head.Press("share.preview", ("shareWith", "leaders"), ("shareComment", "  Vi skærer tre mål væk.  "));
        Assert.Equal(before, team.Leaders[1].Inbox.Count);
        Assert.Contains("Sådan ser 12 ledere det. Intet er sendt endnu.", team.Head.LastCard.Lines);
        await team.Head.PressThreeTimes("share.send");
        Assert.All(team.Leaders, leader => Assert.Single(leader.Cards, card => card.Lines.Contains("Delt af Afdelingschef")));
        var shared = team.Leaders[1].LastCard;
        Assert.Contains("Vi skærer tre mål væk.", shared.Lines);
        Assert.Contains("tillid (6 ledere)", shared.Lines);
        Assert.Empty(shared.Buttons);
        Assert.Contains("✓ Delt med lederne 16. oktober 2026", team.Head.LastCard.Lines);
        await team.Leaders[2].Says("opsummering");
        Assert.Contains("Delt af Afdelingschef", team.Leaders[2].LastCard.Lines);
        await team.Administrator.Says("indstillinger");
        Assert.Contains("Delte opsummeringen", (await team.Administrator.Press("audit.show")).Card!.Lines);
    }

    [Fact]
    public async Task The_channel_gets_one_card()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6);
        await team.Head.Press("share.show");
        await team.Head.Press("share.preview", ("shareWith", "channel"));
        await team.Head.Press("share.send");
        Assert.Single(team.Channel, message => message.Card?.Lines.Contains("Delt af Afdelingschef") == true);
    }

    [Fact]
    public async Task A_team_may_share_by_itself_and_the_prompt_has_said_so()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 12);
        await team.Administrator.Press("privacy.show");
        await team.Administrator.Press("privacy.save", ("shares", "Leaders"));
        await world.MoveTo("2026-10-12 09:00");
        Assert.Contains(team.Leaders[0].LastCard.Lines, line => line.Contains("som også bliver delt med teamet", StringComparison.Ordinal));
        foreach (var leader in team.Leaders.Take(6))
            await leader.Picks("4", "tillid");
        await world.MoveTo("2026-10-16 12:00");
        Assert.Contains("Delt med jer alle, som aftalt i teamet", team.Leaders[11].LastCard.Lines);
    }

    [Fact]
    public async Task What_is_not_shared_nobody_else_can_open()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6);
        foreach (var verb in new[] { "shared.show", "shared.texts" })
            Assert.Equal("Den opsummering er ikke delt med teamet.", (await team.Leaders[1].Forge(verb, Data(team, "2026-W42"))).Line);
        foreach (var verb in new[] { "summary.show", "summary.texts", "summary.history", "summary.trend", "summary.files", "share.show", "share.preview", "share.send", "summary.export" })
            Assert.StartsWith("Opsummeringen er for afdelingschefen.", (await team.Leaders[1].Forge(verb, Data(team, "2026-W42"))).Line, StringComparison.Ordinal);
        Assert.Equal("Overblikket over alle teams er kun for organisationens øverste ledelse.", (await team.Head.Forge("organisation.show", [])).Line);
    }

    [Theory]
    [InlineData("shareWith", "everybody")]
    [InlineData("shareComment", "long")]
    public async Task What_is_typed_wrong_is_kept_and_explained(string field, string value)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6);
        await team.Head.Press("share.show");
        var reply = await team.Head.Press("share.preview", (field, value == "long" ? new string('x', 401) : value));
        Assert.Contains(reply.Card!.Lines, line => line is "Vælg en af mulighederne." or "Skriv højst 400 tegn.");
        Assert.True(reply.Card.Has("share.preview"));
    }

    [Fact]
    public async Task A_new_head_reads_nothing_older_until_an_administrator_opens_it()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6);
        var young = team.Leaders[3];
        await SetHead(team, young, on: true);
        await young.Says("opsummering");
        Assert.Equal("Der er ingen opsummering endnu. Den kommer, når den første runde lukker.", young.LastText);
        Assert.Equal(Closed, (await young.Forge("summary.show", Data(team, "2026-W42"))).Line);
        Assert.Equal(Closed, (await young.Forge("summary.export", Data(team, "2026-W42"))).Line);

        await team.Administrator.PressTitle("Åbn tidligere runder");
        await young.Says("opsummering");
        Assert.Contains("6 af 12 har svaret", young.LastCard.Lines);
        await team.Administrator.Says("indstillinger");
        Assert.Contains((await team.Administrator.Press("audit.show")).Card!.Lines, line => line.Contains("ser tidligere runder", StringComparison.Ordinal));
    }

    // The prompts said whom the answers were for; who becomes head while they are given was not among them.
    [Fact]
    public async Task Who_becomes_head_while_a_round_is_open_does_not_get_it()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 12);
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders.Take(6))
            await leader.Picks("4", "tillid");
        await SetHead(team, team.Leaders[3], on: true);
        await world.MoveTo("2026-10-16 12:00");
        Assert.Contains("6 af 12 har svaret", team.Head.LastCard.Lines);
        Assert.DoesNotContain(team.Leaders[3].Cards, card => card.Lines.Contains("6 af 12 har svaret"));
    }

    [Fact]
    public async Task A_threshold_that_is_lowered_opens_no_round_that_is_closed()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 4);
        Assert.Null(team.Head.LastCard.Bars);
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("privacy.show");
        await team.Administrator.Press("privacy.save", ("threshold", "3"));
        await team.Head.Says("opsummering");
        Assert.Null(team.Head.LastCard.Bars);
        Assert.Contains("Svarene er skjult, fordi færre end 5 har delt et svar. Så kan ingen genkendes.", team.Head.LastCard.Lines);
        Assert.DoesNotContain("tillid", team.Head.LastCard.ToString(), StringComparison.Ordinal);
        Assert.False(team.Head.LastCard.Has("summary.texts"));
        await team.Head.Press("summary.trend");
        Assert.DoesNotContain(team.Head.LastCard.Lines, line => line.Contains("(uge 42)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_late_answer_changes_nothing_that_was_shown()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6);
        var before = team.Head.LastCard.ToString();
        await team.Leaders[9].Picks("1", "for sent");
        await team.Head.Says("opsummering");
        Assert.Equal(before, team.Head.LastCard.ToString());
    }

    [Theory]
    [InlineData("document", "opsummering-2026-W42.html")]
    [InlineData("table", "opsummering-2026-W42.csv")]
    public async Task The_file_holds_what_the_card_holds_and_leaves_a_line_in_the_log(string about, string name)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 6, text: "=HYPERLINK(\"x\") <b>tillid</b>");
        await team.Head.Press("summary.files");
        await team.Head.PressButton(team.Head.LastCard.AllButtons("summary.export").Single(button => (string?)button["data"]!["about"] == about));
        var offer = team.Head.Inbox[^1];
        Assert.Equal(name, (string?)offer.Attachment!["name"]);
        await team.Head.Accepts(world, offer);
        var file = Assert.Single(world.Far.Uploads);
        Assert.Contains("6 af 12 har svaret", file, StringComparison.Ordinal);
        Assert.Contains("tillid (6 ledere)", file, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", about == "document" ? file : "", StringComparison.Ordinal);
        Assert.DoesNotContain("\"=HYPERLINK", file, StringComparison.Ordinal);
        await team.Administrator.Says("indstillinger");
        Assert.Contains("Hentede en fil", (await team.Administrator.Press("audit.show")).Card!.Lines);
    }

    [Fact]
    public async Task A_file_of_a_hidden_round_holds_no_answer()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Summarised(world, answers: 4);
        await team.Head.Press("summary.files");
        await team.Head.PressButton(team.Head.LastCard.AllButtons("summary.export")[1]);
        await team.Head.Accepts(world, team.Head.Inbox[^1]);
        Assert.DoesNotContain("tillid", Assert.Single(world.Far.Uploads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_leadership_gets_the_week_over_all_teams_on_Monday_morning()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        var chief = world.AddPerson("Kommunaldirektør");
        world.MoreSettings["Organisation:Leadership:0"] = chief.Id;
        await world.StartService();
        await chief.InstallsForThemselves();
        var first = await world.AddRunningTeam(leaders: 6);
        var second = await world.AddRunningTeam(leaders: 8);
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in first.Leaders.Take(6).Concat(second.Leaders.Take(5)))
            await leader.Picks(first.Leaders.Contains(leader) ? "5" : "1", "tillid");
        await world.MoveTo("2026-10-16 12:00");
        await chief.Says("organisation");
        Assert.Equal("Der er ikke noget overblik endnu. Det kommer mandag morgen, når den første uge er omme.", chief.LastText);
        await world.MoveTo("2026-10-19 08:01");
        await world.Wait(TimeSpan.FromMinutes(4));
        Assert.Contains("11 af 14 har svaret", chief.LastCard.Lines);
        Assert.Contains("Gennemsnit 3,2 · 2 teams", chief.LastCard.Lines);
        Assert.DoesNotContain("tillid", chief.LastCard.ToString(), StringComparison.Ordinal);
        await world.Wait(TimeSpan.FromMinutes(5));
        Assert.Single(chief.Cards, card => card.Lines.Contains("Hele organisationen"));
        await first.Head.Says("organisation");
        Assert.Equal("Overblikket over alle teams er kun for organisationens øverste ledelse.", first.Head.LastText);
    }

    private static async Task<Department> Summarised(BotWorld world, int answers, string text = "tillid")
    {
        var team = await world.AddRunningTeam(leaders: 12);
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders.Take(answers))
            await leader.Picks("4", text);
        await world.MoveTo("2026-10-16 12:00");
        return team;
    }

    private static async Task SetHead(Department team, Person person, bool on)
    {
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("people.show");
        await team.Administrator.PressButton(team.Administrator.LastCard.AllButtons("people.person").Single(button => (string?)button["data"]!["member"] == person.Id));
        await team.Administrator.PressTitle(on ? "Gør til afdelingschef" : "Skal ikke længere være afdelingschef");
    }

    private static JsonObject Data(Department team, string slot) => new() { ["team"] = team.Thread, ["slot"] = slot };
}
