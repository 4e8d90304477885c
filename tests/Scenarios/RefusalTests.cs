using System.Net;
using System.Text.Json.Nodes;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>Who may not, is told so plainly, learns nothing, and changes nothing.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class RefusalTests(Azurite azurite)
{
    private const string Refused = "Det kan jeg ikke gøre for dig. Skriv »hjælp«, så ser du, hvad jeg kan.";
    private const string OnlyAdministrator = "Det kan kun en administrator. Spørg Administrator.";

    [Theory]
    [InlineData("setup.open")]
    [InlineData("setup.review")]
    [InlineData("setup.edit")]
    [InlineData("setup.save")]
    [InlineData("desk.show")]
    [InlineData("desk.sendNow")]
    [InlineData("desk.closeNow")]
    [InlineData("desk.pause")]
    [InlineData("desk.resume")]
    [InlineData("desk.forget")]
    [InlineData("desk.forgetConfirmed")]
    public async Task Only_an_administrator_may_press_the_administrators_buttons(string verb)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        var before = await Stored(world);
        foreach (var person in new[] { team.Leaders[1], team.Head })
            Assert.Equal(OnlyAdministrator, (await person.Forge(verb, Everything(team))).Line);
        Assert.Equal(Refused, (await world.AddPerson("En fremmed").Forge(verb, Everything(team))).Line);
        Assert.Equal(before, await Stored(world));
    }

    [Fact]
    public async Task Only_the_head_may_turn_the_pages_of_a_summary()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-16 12:00");
        Assert.Equal("Opsummeringen er for afdelingschefen. Spørg Afdelingschef.", (await team.Leaders[1].Forge("summary.show", Everything(team))).Line);
        Assert.Equal(Refused, (await world.AddPerson("En fremmed").Forge("summary.show", Everything(team))).Line);
        Assert.Contains("0 af 2 har svaret", (await team.Head.Forge("summary.show", Everything(team))).Card!.Lines);
    }

    [Theory]
    [InlineData("prompt.answer")]
    [InlineData("prompt.skip")]
    [InlineData("prompt.edit")]
    public async Task Only_who_was_asked_may_answer(string verb)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        var late = world.AddPerson("Leder 2");
        await team.Joins(late);
        var before = await Stored(world);
        foreach (var person in new[] { team.Head, late, world.AddPerson("En fremmed") })
            Assert.Equal(Refused, (await person.Forge(verb, Everything(team))).Line);
        Assert.Equal(before, await Stored(world));
    }

    [Theory]
    [InlineData("prompt.answer", "slot", "2026-W43")]
    [InlineData("prompt.answer", "slot", "2026-W99")]
    [InlineData("prompt.answer", "slot", "../Rounds")]
    [InlineData("prompt.answer", "slot", null)]
    [InlineData("prompt.answer", "team", "19:nobody@thread.tacv2")]
    [InlineData("prompt.answer", "team", "' or PartitionKey ne '")]
    [InlineData("prompt.answer", "team", "a/b\\c#d?e%f|g")]
    [InlineData("prompt.answer", "team", null)]
    [InlineData("desk.sendNow", "team", "19:nobody@thread.tacv2")]
    [InlineData("setup.save", "team", null)]
    [InlineData("summary.show", "team", "19:nobody@thread.tacv2")]
    [InlineData("no.such.verb", "team", "19:nobody@thread.tacv2")]
    public async Task What_does_not_exist_is_refused_like_what_one_may_not_see(string verb, string name, string? value)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        var before = await Stored(world);
        var data = Everything(team);
        data[name] = value;
        Assert.Equal(Refused, (await team.Administrator.Forge(verb, data)).Line);
        Assert.Equal(before, await Stored(world));
    }

    [Fact]
    public async Task Another_tenant_does_not_get_in()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var foreigner = world.AddPerson("En fremmed", tenant: "22222222-2222-3333-4444-555555555555");
        var activity = foreigner.Activity("message");
        activity["text"] = "status";
        using var response = await world.Send(activity);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(foreigner.Inbox);
        Assert.Equal(1, await world.CountRows("Teams"));
        Assert.Equal("Jeres refleksion", team.Administrator.LastCard.Lines[1]);
    }

    [Fact]
    public async Task Another_tenant_that_is_let_in_still_finds_only_its_own()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        const string Other = "22222222-2222-3333-4444-555555555555";
        world.MoreSettings["Teams:AllowedTenants"] = $"{FarSide.Tenant},{Other}";
        await world.StartService();
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");

        // The same Entra object id, by a twist of fate, in another tenant.
        var twin = new Person(world, 1, "En fremmed") { Tenant = Other };
        Assert.Equal(twin.Id, team.Administrator.Id);
        Assert.Equal(Refused, (await twin.Forge("prompt.answer", Everything(team))).Line);
        Assert.Equal(Refused, (await twin.Forge("desk.sendNow", Everything(team))).Line);
    }

    [Fact]
    public async Task A_token_that_nobody_signed_does_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var person = world.AddPerson("Leder 1");
        using var response = await world.Send(person.Activity("message"), "e30.e30.e30");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(person.Inbox);
    }

    private static JsonObject Everything(Department team) => new()
    {
        ["team"] = team.Thread,
        ["slot"] = "2026-W42",
        ["score"] = "4",
        ["text"] = "Svar",
        ["visibility"] = "anonymous",
        ["pauseUntil"] = "2026-11-01",
        ["heads"] = team.Leaders[1].Id,
        ["opensOn"] = "Monday",
    };

    private static async Task<string> Stored(BotWorld world)
    {
        var rows = new List<string>();
        foreach (var table in new[] { "Teams", "Members", "Rounds", "Participation", "Answers", "Journal", "Summaries" })
            rows.AddRange((await world.Rows(table)).Select(row => $"{table} {row.PartitionKey} {row.RowKey} {row.ETag}"));
        return string.Join('\n', rows);
    }
}
