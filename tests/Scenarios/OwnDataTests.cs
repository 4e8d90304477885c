using System.Text.Json.Nodes;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>A leader's rights over what is stored about them, in the chat and without asking anybody.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class OwnDataTests(Azurite azurite)
{
    [Fact]
    public async Task What_is_stored_is_told_with_where_and_until_when()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (_, leader) = await Lived(world);
        await leader.Says("mine data");
        Assert.Equal(
            [
                "Mine data",
                "Det her ligger der om dig, hvor det ligger, og hvornår det bliver slettet. Navnet i parentes er tabellen i kommunens lager.",
                "Dine valg: sprog, synlighed, påmindelser og pause",
                "Medlemslisten (Members, Memberships). Slettes 90 dage efter, du har forladt teamet.",
                "Adressen på vores chat",
                "Adressebogen (Conversations). Slettes 90 dage efter, du har forladt dit sidste team.",
                "Navn, Teams-id og rolle i Teknik og Miljø",
                "Medlemslisten (Members, Memberships). Slettes 90 dage efter, du har forladt teamet.",
                "Runder, du er blevet spurgt i, og om du sprang over: 3",
                "Deltagelse og udsendte kort (Participation, Outbox). Slettes efter 24 måneder.",
                "Dit svar i den åbne runde i Teknik og Miljø",
                "Svarene (Answers). Til runden lukker fredag 30. oktober kl. 12.00. Et anonymt svar kan derefter ikke føres tilbage til dig.",
                "Svar med dit navn: 1",
                "Opsummeringerne (Summaries), som afdelingschefen læser. Slettes efter 24 måneder.",
                "Refleksioner, du har gemt: 2",
                "Din journal (Journal), som kun du læser. Slettes efter 24 måneder.",
                "Dine anonyme svar fra lukkede runder",
                "Opsummeringerne (Summaries). Der er ikke gemt noget, som fører fra dem til dig, så jeg kan hverken vise eller slette dem for dig.",
            ],
            leader.LastCard.Lines);
    }

    [Fact]
    public async Task Everything_comes_as_a_document_and_as_json_and_nobody_elses()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (team, leader) = await Lived(world);
        await leader.Says("eksportér mine data");
        Assert.Equal("Du får to filer: et dokument til at læse og den samme viden som JSON. Sig ja i beskederne, så lægger jeg dem i dit OneDrive.", leader.LastText);
        var offers = leader.Inbox.Where(message => (string?)message.Attachment?["contentType"] == "application/vnd.microsoft.teams.card.file.consent").ToList();
        Assert.Equal(["mine-data-2026-10-27.html", "mine-data-2026-10-27.json"], offers.Select(offer => (string?)offer.Attachment!["name"]));
        var context = (JsonObject)offers[1].Attachment!["content"]!["acceptContext"]!;
        foreach (var offer in offers)
            await leader.Accepts(world, offer);

        var document = world.Far.Uploads.First();
        Assert.StartsWith("<!DOCTYPE html>", document, StringComparison.Ordinal);
        Assert.All((string[])["Leder 1", leader.Id, "Med mit navn", "Kun for mig", "Den åbne runde", "Du blev spurgt og sprang over"], text => Assert.Contains(text, document, StringComparison.Ordinal));
        var json = JsonNode.Parse(world.Far.Uploads.Last())!;
        Assert.Equal(leader.Id, (string?)json["id"]);
        var rounds = json["teams"]![0]!["rounds"]!.AsArray();
        Assert.Equal(["2026-W44", "2026-W43", "2026-W42"], rounds.Select(round => (string?)round!["slot"]));
        Assert.Equal("Den åbne runde", (string?)rounds[0]!["answer"]!["text"]);
        Assert.Equal("Med mit navn", (string?)rounds[2]!["namedTexts"]![0]);
        Assert.Equal(["Den åbne runde", "Med mit navn"], json["reflections"]!.AsArray().Select(one => (string?)one!["text"]));
        Assert.All(world.Far.Uploads, file => Assert.DoesNotContain("Fra en anden", file, StringComparison.Ordinal));
        Assert.All(world.Far.Uploads, file => Assert.DoesNotContain(team.Leaders[2].Id, file, StringComparison.Ordinal));

        // The same offer, carried to somebody else, gives them their own.
        await team.Leaders[2].Accepts(world, offers[1], context: context);
        Assert.DoesNotContain("Med mit navn", string.Concat(world.Far.Uploads.Skip(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_files_are_not_taken_all_of_it_comes_as_cards()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (_, leader) = await Lived(world);
        leader.TakesNoFiles = true;
        await leader.Says("export my data");
        var lines = leader.LastCard.Lines.ToList();
        Assert.Contains("Teams tager ikke imod filer her, så her er det som kort.", lines);
        Assert.DoesNotContain("Næste", leader.LastCard.Buttons);
        Assert.Contains("Navn: Leder 1", lines);
        Assert.Contains("Dit svar med navn: Med mit navn", lines);
        Assert.Contains(lines, line => line.StartsWith("Dit svar: 4 · Den åbne runde", StringComparison.Ordinal));
        Assert.Contains("Du blev spurgt og sprang over", lines);
    }

    [Fact]
    public async Task Whoever_is_in_no_team_finds_what_they_changed_there()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        var chief = world.AddPerson("IT-chef");
        chief.TakesNoFiles = true;
        world.MoreSettings["Organisation:Administrators:0"] = chief.Id;
        await world.StartService();
        var team = await world.AddRunningTeam(leaders: 3);
        await chief.Says("indstillinger");
        await chief.Press("privacy.show");
        await chief.Press("privacy.save", ("threshold", "7"));

        await chief.Says("mine data");
        Assert.Contains("Ændringer, du har lavet, eller som handler om dig: 1", chief.LastCard.Lines);
        Assert.Contains("Loggen (Audit), som administratorer læser. Slettes efter 24 måneder.", chief.LastCard.Lines);
        await chief.Says("eksportér mine data");
        Assert.Contains("Ændringer · Teknik og Miljø", chief.LastCard.Lines);
        Assert.Contains(chief.LastCard.Lines, line => line.EndsWith(" · 5 · 7", StringComparison.Ordinal));
        chief.TakesNoFiles = false;
        await chief.Says("eksportér mine data");
        await chief.Accepts(world, chief.Inbox.Last(message => (string?)message.Attachment?["name"] == "mine-data-2026-10-08.json"));
        var log = Assert.Single(JsonNode.Parse(Assert.Single(world.Far.Uploads))!["elsewhere"]!.AsArray())!;
        Assert.Equal((team.Thread, "Teknik og Miljø"), ((string?)log["thread"], (string?)log["team"]));
        Assert.Equal(("PrivacyChanged", "7"), ((string?)log["changes"]![0]!["act"], (string?)log["changes"]![0]!["to"]));
        await team.Leaders[1].Says("mine data");
        Assert.DoesNotContain(team.Leaders[1].LastCard.Lines, line => line.StartsWith("Ændringer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deleting_asks_once_then_takes_everything_that_leads_to_them_and_stops_the_prompts()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (team, leader) = await Lived(world);
        await leader.Says("slet mine data");
        Assert.Equal("Vil du slette alt om dig?", leader.LastCard.Lines[0]);
        Assert.NotEmpty(await world.Rows("Journal"));
        await leader.Press("data.deleteConfirmed");
        Assert.Equal("Dine data er slettet", leader.LastCard.Lines[0]);
        Assert.Contains(leader.LastCard.Lines, line => line.StartsWith("Dine anonyme svar fra lukkede runder bliver stående: Ingen kan se, hvilke der er dine", StringComparison.Ordinal));

        // Their place in the team is all that is left, without a name, so that they are not asked again.
        var left = await Mentioning(world, leader);
        Assert.Equal([("Members", leader.Id), ("Memberships", team.Thread)], left);
        var place = Assert.Single(await world.Rows("Members"), row => row.RowKey == leader.Id);
        Assert.Null(place.GetString("Name"));
        Assert.DoesNotContain(await world.Rows("Summaries"), row => row.GetString("Text") == "Med mit navn");
        Assert.DoesNotContain(await world.Rows("Answers"), row => row.GetString("Text") == "Den åbne runde");

        var got = leader.Inbox.Count;
        await world.MoveTo("2026-11-02 09:00");
        Assert.Equal(got, leader.Inbox.Count);
        Assert.Contains("Ugens refleksion · Teknik og Miljø", team.Leaders[2].LastCard.Lines);

        await leader.Press("data.comeBack");
        Assert.Contains("Velkommen tilbage. Du er med igen fra det næste spørgsmål.", leader.LastCard.Lines);
        await world.MoveTo("2026-11-09 09:00");
        Assert.Contains("Ugens refleksion · Teknik og Miljø", leader.LastCard.Lines);
        Assert.Equal("Leder 1", (await world.Rows("Members")).Single(row => row.RowKey == leader.Id).GetString("Name"));
    }

    [Fact]
    public async Task A_head_who_keeps_every_card_learns_nothing_of_whose_answers_were_whose_when_somebody_deletes_their_data()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (team, leader) = await Lived(world);
        await world.MoveTo("2026-10-30 12:00");
        var shown = await Summaries(world, team);
        await team.Leaders[2].Says("slet mine data");
        await team.Leaders[2].Press("data.deleteConfirmed");
        Assert.Equal(shown, await Summaries(world, team));
        await leader.Says("slet mine data");
        await leader.Press("data.deleteConfirmed");
        Assert.Equal(shown.Select(card => card.Where(line => line is not ("Med mit navn" or "– Leder 1")).ToList()), (await Summaries(world, team)).Select(card => card.ToList()));
    }

    [Fact]
    public async Task Nobody_deletes_or_reads_for_somebody_else()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (team, leader) = await Lived(world);
        var forged = new JsonObject { ["team"] = team.Thread, ["member"] = leader.Id, ["about"] = "json" };
        foreach (var verb in (string[])["data.show", "data.read", "journal.show", "own.show"])
        {
            var reply = await team.Administrator.Forge(verb, forged.DeepClone().AsObject());
            Assert.DoesNotContain("Med mit navn", reply.Card!.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(leader.Id, reply.Card.ToString(), StringComparison.Ordinal);
        }

        await team.Administrator.Forge("data.deleteConfirmed", forged.DeepClone().AsObject());
        Assert.Equal(2, (await world.Rows("Journal")).Count(row => row.PartitionKey.EndsWith(leader.Id, StringComparison.Ordinal)));
        Assert.Equal("Leder 1", (await world.Rows("Members")).Single(row => row.RowKey == leader.Id).GetString("Name"));
    }

    [Fact]
    public async Task Teams_does_not_bring_the_name_back_of_somebody_who_has_deleted_it()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (team, leader) = await Lived(world);
        await leader.Says("slet mine data");
        await leader.Press("data.deleteConfirmed");
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("people.show");
        await team.Administrator.Press("people.refresh");
        Assert.Null((await world.Rows("Members")).Single(row => row.RowKey == leader.Id).GetString("Name"));
        await leader.Says("mine valg");
        Assert.Equal(["Vær med igen", "Mine refleksioner", "Mine data"], leader.LastCard.Buttons);
    }

    [Fact]
    public async Task Whoever_leaves_is_forgotten_after_the_time_the_organisation_has_set()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        world.MoreSettings["Organisation:ForgetLeaversAfterDays"] = "30";
        await world.StartService();
        var (team, leader) = await Lived(world);
        await team.Leaves(leader);
        await world.MoveTo("2026-11-25 12:00");
        await Restart(world);
        Assert.Contains(await world.Rows("Members"), row => row.RowKey == leader.Id);
        await leader.Says("mine refleksioner");
        Assert.Contains("Med mit navn", leader.LastCard.Lines);

        await world.MoveTo("2026-11-28 12:00");
        await Restart(world);
        Assert.Equal([], await Mentioning(world, leader));
        Assert.DoesNotContain(await world.Rows("Journal"), row => row.PartitionKey.EndsWith(leader.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_only_wrote_to_the_bot_is_forgotten_too()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        var director = world.AddPerson("Direktør");
        world.MoreSettings["Organisation:Leadership:0"] = director.Id;
        await world.StartService();
        var (_, leader) = await Lived(world);
        await director.InstallsForThemselves();
        var stranger = world.AddPerson("En anden");
        await stranger.InstallsForThemselves();
        await stranger.Says("hjælp");
        Assert.Equal(["Outbox", "Conversations"], (await Mentioning(world, stranger)).Select(row => row.Table).Distinct());

        // The storage goes by the machine's own clock.
        world.Clock.LeapTo(new[] { world.Clock.GetUtcNow(), TimeProvider.System.GetUtcNow() }.Max().AddDays(91));
        await Restart(world);
        Assert.Equal([], await Mentioning(world, stranger));
        Assert.Contains(await Mentioning(world, leader), row => row.Table == "Conversations");
        Assert.Contains(await Mentioning(world, director), row => row.Table == "Conversations");
    }

    [Fact]
    public async Task A_team_that_is_deleted_takes_nobodys_own_reflections_along()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (team, leader) = await Lived(world);
        await team.Remove();
        await team.Administrator.Press("desk.forget");
        await team.Administrator.Press("desk.forgetConfirmed");
        world.Clock.LeapTo(new[] { world.Clock.GetUtcNow(), TimeProvider.System.GetUtcNow() }.Max().AddDays(91));
        await Restart(world);
        await leader.Says("mine refleksioner");
        Assert.Contains("Med mit navn", leader.LastCard.Lines);
    }

    [Fact]
    public async Task Whoever_comes_back_in_time_has_lost_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (team, leader) = await Lived(world);
        await team.Leaves(leader);
        await world.MoveTo("2026-11-25 12:00");
        await Restart(world);
        await team.Joins(leader);
        await world.MoveTo("2027-03-01 12:00");
        await Restart(world);
        await leader.Says("mine refleksioner");
        Assert.Contains("Med mit navn", leader.LastCard.Lines);
    }

    [Fact]
    public async Task Old_reflections_go_with_their_rounds_and_the_log_says_how_many()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var (team, _) = await Lived(world);
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("privacy.show");
        await team.Administrator.Press("privacy.save", ("retention", "3"));
        await world.MoveTo("2027-01-10 12:00");
        await Restart(world);
        Assert.NotEmpty(await world.Rows("Journal"));
        await world.MoveTo("2027-02-10 12:00");
        await Restart(world);
        Assert.Empty(await world.Rows("Journal"));
        Assert.Contains(world.Log.Lines, line => line.Contains("Forgotten by age: 4 rounds with ", StringComparison.Ordinal) && line.Contains("; 2 reflections, ", StringComparison.Ordinal));
    }

    // A round with a named answer, one that was skipped, and one that is open and answered; two reflections kept.
    private static async Task<(Department Team, Person Leader)> Lived(BotWorld world)
    {
        var team = await world.AddRunningTeam(leaders: 7);
        var leader = team.Leaders[1];
        await leader.InstallsForThemselves();
        await world.MoveTo("2026-10-12 09:00");
        await leader.Press("prompt.answer", ("score", "4"), ("text", "Med mit navn"), ("visibility", "named"), ("keep", "true"));
        foreach (var other in team.Leaders.Skip(2))
            await other.Picks("3", "Fra en anden");
        await world.MoveTo("2026-10-19 09:00");
        await leader.Press("prompt.skip");
        await world.MoveTo("2026-10-26 09:00");
        await leader.Press("prompt.answer", ("score", "4"), ("text", "Den åbne runde"), ("visibility", "private"));
        await world.MoveTo("2026-10-27 09:00");
        return (team, leader);
    }

    // The daily work is done at night, and at a start that comes after a night without.
    private static async Task Restart(BotWorld world)
    {
        await world.StopService();
        await world.StartService();
    }

    // What the head can open of the first week: the card and everything that is written in it.
    private static async Task<List<IReadOnlyList<string>>> Summaries(BotWorld world, Department team)
    {
        var data = new JsonObject { ["team"] = team.Thread, ["slot"] = "2026-W42" };
        var card = await team.Head.Forge("summary.show", data.DeepClone().AsObject());
        var texts = await team.Head.Forge("summary.texts", data);
        await world.Settle();
        return [card.Card!.Lines, texts.Card!.Lines];
    }

    private static async Task<List<(string Table, string Row)>> Mentioning(BotWorld world, Person person)
    {
        var found = new List<(string, string)>();
        foreach (var table in (string[])["Teams", "Members", "Memberships", "Rounds", "Participation", "Answers", "Summaries", "Outbox", "OutboxBatches", "Conversations", "Journal", "Audit", "OrganisationWeeks", "Leases"])
        {
            foreach (var row in await world.Rows(table))
            {
                var all = string.Join(' ', row.Select(property => property.Value?.ToString()).Append(row.PartitionKey).Append(row.RowKey));
                if (all.Contains(person.Id, StringComparison.Ordinal) || all.Contains(person.UserId, StringComparison.Ordinal) || all.Contains(person.Conversation, StringComparison.Ordinal))
                    found.Add((table, table == "Outbox" ? row.PartitionKey : row.RowKey));
            }
        }

        return found;
    }
}
