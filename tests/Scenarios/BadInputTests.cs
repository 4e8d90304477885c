using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>Every row of the table of bad input, with its literal answer.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class BadInputTests(Azurite azurite)
{
    [Theory]
    [InlineData("ikke json", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{"text":"hemmeligt"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":null,"text":"hemmeligt"}""", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_no_activity_is_400_with_one_line_in_the_log(string body, HttpStatusCode status)
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var before = world.Log.Lines.Count;
        Assert.Equal(status, await Post(world, body));
        var line = Assert.Single(world.Log.Lines.Skip(before), line => !line.Contains("signing keys", StringComparison.Ordinal));
        Assert.StartsWith("Warning: Refused with 400", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmeligt", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("messageReaction", null, HttpStatusCode.Accepted)]
    [InlineData("noget nyt", null, HttpStatusCode.Accepted)]
    [InlineData("invoke", "task/fetch", HttpStatusCode.NotImplemented)]
    [InlineData("invoke", null, HttpStatusCode.NotImplemented)]
    public async Task What_is_not_known_is_left_alone(string type, string? name, HttpStatusCode status)
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var activity = world.AddPerson("Leder 1").Activity(type);
        activity["name"] = name;
        using var response = await world.Send(activity);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Two_megabytes_are_413()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var activity = world.AddPerson("Leder 1").Activity("message");
        activity["text"] = new string('x', 2 * 1024 * 1024);
        using var response = await world.Send(activity);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":"prompt.answer"}""")]
    [InlineData("""{"action":{"verb":["prompt.answer"]}}""")]
    public async Task An_action_without_a_verb_is_a_bad_request_inside_a_200(string value)
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var activity = world.AddPerson("Leder 1").Activity("invoke");
        (activity["name"], activity["value"]) = ("adaptiveCard/action", JsonNode.Parse(value));
        using var response = await world.Send(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(400, (int)body["statusCode"]!);
        Assert.Equal("Det forstod jeg ikke. Skriv »hjælp«, så ser du, hvad jeg kan.", (string?)body["value"]!["message"]);
    }

    [Theory]
    [InlineData("", "Skriv et par ord, før du sender.")]
    [InlineData(" \n\t ", "Skriv et par ord, før du sender.")]
    [InlineData("Vi \u0007 lytter", "Teksten indeholder usynlige tegn, som ikke kan gemmes. Skriv den igen, eller sæt den ind som ren tekst.")]
    [InlineData("Vi \u202Ekøber\u202C lytter", "Teksten indeholder usynlige tegn, som ikke kan gemmes. Skriv den igen, eller sæt den ind som ren tekst.")]
    public async Task A_text_that_cannot_be_kept_comes_back_with_the_reason(string text, string reason)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenQuestion(world);
        var card = (await team.Leaders[1].Writes(text, "named")).Card!;
        Assert.Contains(reason, card.Lines);
        Assert.Equal(text, card.Fields["text"]);
        Assert.Equal("named", card.Fields["visibility"]);
        Assert.DoesNotContain(await world.Rows("Answers"), row => row.GetString("Visibility") is not null);
        Assert.Contains("Tak for dit svar", (await team.Leaders[1].Writes("Vi lytter")).Card!.Lines);
    }

    [Fact]
    public async Task A_text_of_4001_characters_comes_back_whole()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenQuestion(world);
        var card = (await team.Leaders[1].Writes(new string('å', 4_001))).Card!;
        Assert.Contains("Dit svar fylder 4.001 tegn, og der er plads til 4.000. Kort det lidt ned, og send igen.", card.Lines);
        Assert.Equal(new string('å', 4_001), card.Fields["text"]);
        Assert.DoesNotContain(await world.Rows("Answers"), row => row.GetString("Visibility") is not null);
        Assert.Contains("Tak for dit svar", (await team.Leaders[1].Writes(new string('å', 4_000))).Card!.Lines);
    }

    [Theory]
    [InlineData("**fed** _kursiv_ [klik her](https://example.com) ![billede](https://example.com/x.png)")]
    [InlineData("<at>Leder 1</at> og <b>fed</b> &lt;script&gt;")]
    [InlineData("- punkt\n# overskrift\n{{DATE(2026-10-12T07:00:00Z)}}")]
    public async Task Markup_and_mentions_are_shown_as_they_were_written(string text)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await OpenQuestion(world);
        foreach (var leader in team.Leaders.Skip(1))
            await leader.Writes(text);
        Assert.Contains(text, team.Leaders[1].LastCard.Lines);
        Assert.DoesNotContain(text, team.Leaders[1].LastCard.MarkdownLines);
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("desk.closeNow");
        Assert.Equal(5, team.Head.LastCard.Lines.Count(line => line == text));
        Assert.DoesNotContain(text, team.Head.LastCard.MarkdownLines);
        Assert.DoesNotContain("\"entities\"", team.Head.LastCard.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("0")]
    [InlineData("3.5")]
    [InlineData("tre")]
    [InlineData("")]
    public async Task A_step_that_is_not_on_the_scale_comes_back_with_the_reason(string score)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        var card = (await team.Leaders[1].Picks(score, "Min begrundelse")).Card!;
        Assert.Contains("Vælg et trin fra 1 til 5, før du sender.", card.Lines);
        Assert.Equal("Min begrundelse", card.Fields["text"]);
        Assert.DoesNotContain(await world.Rows("Answers"), row => row.GetString("Visibility") is not null);
    }

    [Fact]
    public async Task A_choice_that_is_not_on_the_card_comes_back_with_the_reason()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        var card = (await team.Leaders[1].Picks("3", "Min begrundelse", "everybody")).Card!;
        Assert.Contains("Vælg, hvem der må se dit svar.", card.Lines);
        Assert.Equal("Min begrundelse", card.Fields["text"]);
        Assert.DoesNotContain(await world.Rows("Answers"), row => row.GetString("Visibility") is not null);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1000")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("tre")]
    [InlineData("12,5")]
    [InlineData("")]
    public async Task A_number_out_of_range_comes_back_with_the_reason(string number)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await BotWorld.SkipRounds(team, 7);
        await team.Administrator.Press("desk.sendNow");
        var card = (await team.Leaders[1].Press("prompt.answer", ("number", number), ("text", "Min begrundelse"))).Card!;
        Assert.Contains("Skriv et helt tal mellem 0 og 999.", card.Lines);
        Assert.Equal("Min begrundelse", card.Fields["text"]);
    }

    private static async Task<Department> OpenQuestion(BotWorld world)
    {
        var team = await world.AddRunningTeam(leaders: 6);
        await BotWorld.SkipRounds(team, 1);
        await team.Administrator.Press("desk.sendNow");
        return team;
    }

    private static async Task<HttpStatusCode> Post(BotWorld world, string body)
    {
        var token = world.Far.TokenFor(new JsonObject { ["serviceUrl"] = FarSide.ServiceUrl }, world.Clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await world.Http.SendAsync(request);
        return response.StatusCode;
    }
}
