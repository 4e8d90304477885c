using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>What a team asks itself about is its own to decide, and what a switch does is seen before it is saved.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class QuestionsTests(Azurite azurite)
{
    private static readonly string[] ByDefault = ["fire-temaer", "tre-pejlemaerker"];

    [Fact]
    public async Task A_pack_is_turned_on_only_after_the_weeks_it_makes_have_been_seen()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var packs = (await team.Administrator.Press("questions.show")).Card!;
        Assert.Equal(8 + 1, packs.AllButtons("questions.review").Count);
        await Switch(team, "pack:fire-temaer", "Sluk");
        Assert.Contains("Sådan bliver det", team.Administrator.LastCard.Lines);
        Assert.DoesNotContain("Virker din resultatstyring som ønsket?", team.Administrator.LastCard.Lines);
        await team.Administrator.Press("questions.show");
        Assert.Equal(string.Empty, await Stored(world, "PacksOn"));

        await Switch(team, "pack:fire-temaer", "Sluk");
        Assert.Contains("Gemt.", (await team.Administrator.Press("questions.save")).Card!.Lines);
        await world.MoveTo("2026-10-12 09:00");
        Assert.DoesNotContain("Virker din resultatstyring som ønsket?", team.Leaders[1].LastCard.Lines);
        Assert.Contains("Refleksion og udfordring af egen praksis: Hvordan kan I bidrage til det?", team.Leaders[1].LastCard.Lines);
    }

    [Fact]
    public async Task The_last_of_the_packs_stays_on()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Administrator.Press("questions.show");
        var turnedOff = 0;
        while (team.Administrator.LastCard.AllButtons("questions.review").FirstOrDefault(button => (string?)button["title"] == "Sluk" && ((string?)button["data"]!["about"])!.StartsWith("pack:", StringComparison.Ordinal)) is { } on)
        {
            await team.Administrator.PressButton(on);
            if (!team.Administrator.LastCard.Has("questions.save"))
                break;
            await team.Administrator.Press("questions.save");
            turnedOff++;
        }

        Assert.True(turnedOff > 0);
        Assert.Contains("Så er der ingen spørgsmål tilbage. Lad mindst ét være tændt.", team.Administrator.LastCard.Lines);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task A_question_is_seen_as_leaders_see_it_and_asked_next()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await Look(team, "fire-temaer", "sat-borgeren-i-centrum", 0);
        var look = team.Administrator.LastCard;
        Assert.Contains("Sådan ser lederne det", look.Lines);
        Assert.Contains("visibility", look.Fields.Keys);
        var question = look.Lines[4];
        await team.Administrator.PressTitle("Stil det næste gang");
        await team.Administrator.Press("questions.save");
        await world.MoveTo("2026-10-12 09:00");
        Assert.Contains(question, team.Leaders[1].LastCard.Lines);
        await world.MoveTo("2026-10-19 09:00");
        Assert.DoesNotContain(question, team.Leaders[1].LastCard.Lines);
    }

    [Fact]
    public async Task An_own_question_is_written_asked_edited_and_retired_and_the_past_keeps_its_words()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await OwnQuestions(team);
        await team.Administrator.Press("questions.write");
        var review = (await team.Administrator.Press("questions.written", ("ownText", "Hvad er *vigtigst* i dag?"), ("ownType", "Scale"), ("ownLow", "Intet"), ("ownHigh", "Alt"))).Card!;
        Assert.Contains("Hvad er *vigtigst* i dag?", review.Lines);
        Assert.DoesNotContain(review.MarkdownLines, line => line.Contains("vigtigst", StringComparison.Ordinal));
        await team.Administrator.PressThreeTimes("questions.save");
        await OwnQuestions(team);
        Assert.Single(team.Administrator.LastCard.AllButtons("questions.look"));
        await team.Administrator.Press("questions.look");
        await team.Administrator.PressTitle("Stil det næste gang");
        await team.Administrator.Press("questions.save");
        await world.MoveTo("2026-10-12 09:00");
        Assert.Contains("Hvad er *vigtigst* i dag?", team.Leaders[1].LastCard.Lines);

        await OwnQuestions(team);
        await team.Administrator.Press("questions.look");
        await team.Administrator.PressTitle("Ret spørgsmålet");
        Assert.Equal("Hvad er *vigtigst* i dag?", team.Administrator.LastCard.Fields["ownText"]);
        await team.Administrator.Press("questions.written", ("ownText", "Hvad er vigtigst i morgen?"));
        await team.Administrator.Press("questions.save");
        await team.Administrator.Press("desk.show");
        Assert.Contains("Hvad er *vigtigst* i dag?", (await team.Administrator.Press("history.show")).Card!.Lines);
        await team.Leaders[1].Says("svar");
        Assert.Contains("Hvad er *vigtigst* i dag?", team.Leaders[1].LastCard.Lines);

        await OwnQuestions(team);
        Assert.Contains("Hvad er vigtigst i morgen?", team.Administrator.LastCard.Lines);
        await team.Administrator.Press("questions.look");
        await team.Administrator.PressTitle("Tag ud");
        await team.Administrator.Press("questions.save");
        await OwnQuestions(team);
        Assert.Contains(team.Administrator.LastCard.Lines, line => line.StartsWith("taget ud", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", "Open", "", "", "Skriv spørgsmålet på dansk eller engelsk.")]
    [InlineData("Hvad?", "", "Scale", "", "Alt", "Skriv, hvad 1 og 5 betyder.")]
    [InlineData("Hvad?", "", "Poem", "", "", "Vælg en af mulighederne.")]
    [InlineData("Hvad?", "", "Number", "10", "5", "Skriv to hele tal, det mindste først.")]
    [InlineData("Hvad?", "", "Number", "mange", "5", "Skriv to hele tal, det mindste først.")]
    public async Task An_own_question_that_cannot_be_asked_comes_back_with_the_reason(string text, string english, string type, string first, string second, string problem)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await OwnQuestions(team);
        await team.Administrator.Press("questions.write");
        var fields = type == "Number" ? ("ownMin", "ownMax") : ("ownLow", "ownHigh");
        var card = (await team.Administrator.Press("questions.written", ("ownText", text), ("ownTextEn", english), ("ownType", type), (fields.Item1, first), (fields.Item2, second), ("ownProbe", "Skrevet"))).Card!;
        Assert.Contains("⚠ " + problem, card.Lines);
        Assert.Equal("Skrevet", card.Fields["ownProbe"]);
        Assert.DoesNotContain((await world.Rows("Teams")).Single(), property => property.Key.StartsWith("Own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_own_question_of_301_characters_is_one_too_many()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await OwnQuestions(team);
        await team.Administrator.Press("questions.write");
        Assert.Contains("⚠ Højst 300 tegn.", (await team.Administrator.Press("questions.written", ("ownText", new string('æ', 301)))).Card!.Lines);
        Assert.Contains("Sådan bliver det", (await team.Administrator.Press("questions.written", ("ownText", new string('æ', 300)))).Card!.Lines);
    }

    [Fact]
    public async Task Two_administrators_at_the_questions_lose_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        var other = team.Leaders[1];
        await team.Administrator.Press("people.show");
        await team.Administrator.PressButton(team.Administrator.LastCard.AllButtons("people.person").Single(button => (string?)button["data"]!["member"] == other.Id));
        await team.Administrator.PressTitle("Gør til administrator");
        await other.Says("indstillinger");
        await other.Press("questions.show");
        await other.PressButton(Named(other, "pack:syv-normer"));
        await Switch(team, "pack:tre-pejlemaerker", "Sluk");
        await team.Administrator.Press("questions.save");

        var told = (await other.Press("questions.save")).Card!;
        Assert.Contains(told.Lines, line => line.StartsWith("Imens du sad her, har en anden ændret noget: Pakker fra", StringComparison.Ordinal));
        Assert.Contains("tre-pejlemaerker", await DefaultOff(world));
        Assert.DoesNotContain("fire-temaer", await DefaultOff(world));
    }

    [Fact]
    public async Task What_is_not_there_is_said_so_and_nobody_else_may_look()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var data = new System.Text.Json.Nodes.JsonObject { ["team"] = team.Thread, ["about"] = "pack:findes-ikke", ["on"] = true };
        Assert.Contains("Det spørgsmål findes ikke længere.", (await team.Administrator.Forge("questions.review", (System.Text.Json.Nodes.JsonObject)data.DeepClone())).Card!.Lines);
        Assert.Contains("Det spørgsmål findes ikke længere.", (await team.Administrator.Forge("questions.save", (System.Text.Json.Nodes.JsonObject)data.DeepClone())).Card!.Lines);
        Assert.Equal("Det kan kun en administrator. Spørg Administrator.", (await team.Leaders[1].Forge("questions.save", data)).Line);
    }

    private static async Task OwnQuestions(Department team)
    {
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("questions.show");
        await team.Administrator.PressButton(team.Administrator.LastCard.AllButtons("questions.area").Single());
    }

    private static async Task Switch(Department team, string about, string title)
    {
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("questions.show");
        var button = Named(team.Administrator, about);
        Assert.Equal(title, (string?)button["title"]);
        await team.Administrator.PressButton(button);
    }

    private static System.Text.Json.Nodes.JsonObject Named(Person person, string about) =>
        person.LastCard.AllButtons("questions.review").Single(button => (string?)button["data"]!["about"] == about);

    private static async Task Look(Department team, string pack, string area, int question)
    {
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("questions.show");
        await team.Administrator.PressButton(team.Administrator.LastCard.AllButtons("questions.pack").Single(button => (string?)button["data"]!["about"] == pack));
        var areas = team.Administrator.LastCard.AllButtons("questions.area");
        await team.Administrator.PressButton(areas.FirstOrDefault(button => (string?)button["data"]!["about"] == area) ?? areas[2]);
        await team.Administrator.PressButton(team.Administrator.LastCard.AllButtons("questions.look")[question]);
    }

    private static async Task<string> Stored(BotWorld world, string name) =>
        (await DefaultOff(world)).Contains(name, StringComparison.OrdinalIgnoreCase) ? name : string.Empty;

    private static async Task<string> DefaultOff(BotWorld world)
    {
        var stored = (await world.Rows("Teams")).Single().GetString("Questions") ?? string.Empty;
        var on = System.Text.Json.Nodes.JsonNode.Parse(stored)!["packsOn"]?.AsArray().Select(pack => (string?)pack!["value"]).ToHashSet();
        return on is null ? string.Empty : "packsOn off: " + string.Join(' ', ByDefault.Where(pack => !on.Contains(pack)));
    }
}
