using System.Text.Json.Nodes;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>Calendar, people, privacy, history and log: what an administrator runs the team by, for years.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class DeskRoomsTests(Azurite azurite)
{
    [Fact]
    public async Task A_closing_week_is_skipped_and_the_preview_has_said_so()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await team.Administrator.Press("calendar.show");
        var card = (await team.Administrator.Press("calendar.add", ("closedWeek", "42"), ("closedName", "Efterårsferie"))).Card!;
        Assert.Contains("Gemt.", card.Lines);
        Assert.Contains("Efterårsferie: 12. oktober 2026 – 18. oktober 2026", card.Lines);
        Assert.Contains("Springes over: Efterårsferie", card.Lines);
        await world.MoveTo("2026-10-18 12:00");
        Assert.Empty(team.Leaders[1].Inbox);
        await world.MoveTo("2026-10-19 09:00");
        Assert.Single(team.Leaders[1].Inbox);

        await team.Administrator.Says("indstillinger");
        var history = (await team.Administrator.Press("history.show")).Card!;
        Assert.Contains("Mandag 12. oktober kl. 09.00", history.Lines);
        Assert.Contains("Sprunget over: Efterårsferie.", history.Lines);
        Assert.Contains("3 blev spurgt, 0 svarede.", history.Lines);
        Assert.Contains("Kortet nåede ud til 3 af 3.", history.Lines);
    }

    [Fact]
    public async Task A_closing_day_moves_the_question_or_skips_the_week_as_the_team_has_chosen()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await team.Administrator.Press("calendar.show");
        var moved = (await team.Administrator.Press("calendar.add", ("closedFrom", "2026-10-12"))).Card!;
        Assert.Contains("Tirsdag 13. oktober kl. 09.00", moved.Lines);
        Assert.Contains("Flyttet på grund af lukkedag", moved.Lines);
        var skipped = (await team.Administrator.Press("calendar.save", ("closedDays", "skip"), ("holidays", "ConstitutionDay"))).Card!;
        Assert.Contains("Springes over: lukkedag", skipped.Lines);
        var open = (await team.Administrator.Press("calendar.remove")).Card!;
        Assert.DoesNotContain("Springes over: lukkedag", open.Lines);
        Assert.Contains("Mandag 12. oktober kl. 09.00", open.Lines);
    }

    [Theory]
    [InlineData("2026-12-20", "2026-12-01", "", "Den sidste dag ligger før den første.")]
    [InlineData("2026-10-01", "2026-10-02", "", "Dagene er gået. Vælg nogle, der kommer.")]
    [InlineData("2031-10-01", "", "", "Så langt frem kan jeg ikke planlægge. Vælg dage inden for tre år.")]
    [InlineData("2026-11-01", "2027-11-01", "", "Vælg højst et halvt år ad gangen – eller hold pause i stedet.")]
    [InlineData("2026-10-13", "2026-10-20", "", "Dagene overlapper Ferie: 12. oktober 2026 – 18. oktober 2026.")]
    [InlineData("", "2026-10-20", "", "Vælg en dato – eller skriv et ugenummer mellem 1 og 53.")]
    [InlineData("", "", "54", "Vælg en dato – eller skriv et ugenummer mellem 1 og 53.")]
    [InlineData("", "", "2027-W53", "Vælg en dato – eller skriv et ugenummer mellem 1 og 53.")]
    [InlineData("", "", "snart", "Vælg en dato – eller skriv et ugenummer mellem 1 og 53.")]
    [InlineData("i dag", "", "42", "Vælg en dato – eller skriv et ugenummer mellem 1 og 53.")]
    public async Task Closing_days_that_cannot_be_come_back_with_the_reason_and_what_was_typed(string from, string to, string week, string problem)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Administrator.Press("calendar.show");
        await team.Administrator.Press("calendar.add", ("closedWeek", "42"), ("closedName", "Ferie"));
        var card = (await team.Administrator.Press("calendar.add", ("closedFrom", from), ("closedTo", to), ("closedWeek", week), ("closedName", "Skrevet"))).Card!;
        Assert.Contains("⚠ " + problem, card.Lines);
        Assert.Equal("Skrevet", card.Fields["closedName"]);
        Assert.Single(card.Lines, line => line.StartsWith("Ferie:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_administrators_at_once_lose_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        var other = team.Leaders[1];
        await MakeAdministrator(team, other);
        await other.Says("indstillinger");
        await other.Press("privacy.show");
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("privacy.show");
        Assert.Contains("Gemt.", (await team.Administrator.Press("privacy.save", ("threshold", "8"))).Card!.Lines);

        var told = (await other.Press("privacy.save", ("threshold", "4"), ("offersNamed", "false"))).Card!;
        Assert.Contains("Imens du sad her, har en anden ændret noget: Mindste antal svar fra 5 til 8. Dit er ikke gemt. Gem igen, hvis dit skal gælde.", told.Lines);
        Assert.Equal("4", told.Fields["threshold"]);
        Assert.Equal("8", (await Team(world))["Threshold"]);
        Assert.Contains("Gemt.", (await other.Press("privacy.save")).Card!.Lines);
        Assert.Equal("4", (await Team(world))["Threshold"]);
        Assert.Equal("False", (await Team(world))["OffersNamed"]);
    }

    [Fact]
    public async Task Two_administrators_at_once_lose_nothing_of_the_week_either()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        var other = team.Leaders[1];
        await MakeAdministrator(team, other);
        await other.Says("indstillinger");
        await other.Press("setup.open");
        await other.Press("setup.review", ("opensAt", "08:00"));
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("setup.open");
        await team.Administrator.Press("setup.review", ("closesAt", "14:00"));
        await team.Administrator.Press("setup.save");

        var told = (await other.Press("setup.save")).Card!;
        Assert.Contains(told.Lines, line => line.StartsWith("Imens du sad her, har en anden ændret noget: Runden lukker fra fredag kl. 12.00 til fredag kl. 14.00.", StringComparison.Ordinal));
        Assert.Equal("08:00", told.Fields["opensAt"]);
        Assert.Equal("09:00", (await Team(world))["OpensAt"]);
        await other.Press("setup.review", ("closesAt", "14:00"));
        await other.Press("setup.save");
        Assert.Equal("08:00", (await Team(world))["OpensAt"]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("26")]
    [InlineData("fem")]
    [InlineData("")]
    public async Task A_threshold_out_of_range_changes_nothing(string typed)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Administrator.Press("privacy.show");
        var card = (await team.Administrator.Press("privacy.save", ("threshold", typed), ("retention", "12"))).Card!;
        Assert.Contains("⚠ Skriv et helt tal fra 3 til 25.", card.Lines);
        Assert.Equal("12", card.Fields["retention"]);
        Assert.Equal("24", (await Team(world))["RetentionMonths"]);
    }

    [Fact]
    public async Task Privacy_takes_effect_from_the_next_round()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await world.MoveTo("2026-10-12 09:00");
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("privacy.show");
        await team.Administrator.Press("privacy.save", ("threshold", "3"), ("offersNamed", "false"));
        await team.Leaders[1].Says("svar");
        Assert.Contains("Med navn – mit navn står ved svaret", team.Leaders[1].LastCard.Choices("visibility"));
        Assert.Contains("mindst 5", string.Join(' ', team.Leaders[1].LastCard.Lines));

        await world.MoveTo("2026-10-19 09:00");
        Assert.Contains("mindst 3", string.Join(' ', team.Leaders[1].LastCard.Lines));
        Assert.Equal(2, team.Leaders[1].LastCard.Choices("visibility").Count);
        var data = (JsonObject)team.Leaders[1].LastCard.Button("prompt.answer")["data"]!.DeepClone();
        (data["score"], data["text"], data["visibility"]) = ("4", "Noget", "named");
        var forged = await team.Leaders[1].Forge("prompt.answer", data);
        Assert.Contains("Vælg, hvem der må se dit svar.", forged.Card!.Lines);
    }

    [Fact]
    public async Task The_last_administrator_and_the_last_head_stay()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await Open(team, team.Administrator);
        var card = (await team.Administrator.PressTitle("Skal ikke længere være administrator")).Card!;
        Assert.Contains("Der skal være mindst én administrator. Vælg en anden først.", card.Lines);
        await Open(team, team.Head);
        Assert.Contains("Der skal være mindst én afdelingschef. Vælg en anden først.", (await team.Administrator.PressTitle("Skal ikke længere være afdelingschef")).Card!.Lines);
    }

    [Fact]
    public async Task Somebody_who_has_lost_the_role_can_do_no_more_with_an_old_card()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        var other = team.Leaders[1];
        await MakeAdministrator(team, other);
        await other.Says("indstillinger");
        await other.Press("privacy.show");
        await Open(team, other);
        await team.Administrator.PressTitle("Skal ikke længere være administrator");
        var reply = await other.Press("privacy.save", ("threshold", "3"));
        Assert.Equal("Det kan kun en administrator. Spørg Administrator.", reply.Line);
        Assert.Equal("5", (await Team(world))["Threshold"]);
    }

    [Fact]
    public async Task Somebody_who_is_not_there_cannot_be_made_anything()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        foreach (var (member, about) in ((string, string)[])[("aaaaaaaa-0000-0000-0000-000000009999", "head"), ("ingen", "administrator"), (team.Leaders[1].Id, "konge")])
        {
            var data = new JsonObject { ["team"] = team.Thread, ["member"] = member, ["about"] = about, ["on"] = true };
            Assert.Contains("Personen er ikke længere i teamet.", (await team.Administrator.Forge("people.set", data)).Card!.Lines);
        }

        await team.Leaves(team.Leaders[2]);
        var gone = new JsonObject { ["team"] = team.Thread, ["member"] = team.Leaders[2].Id, ["about"] = "head", ["on"] = true };
        Assert.Contains("Personen er ikke længere i teamet.", (await team.Administrator.Forge("people.set", gone)).Card!.Lines);
    }

    [Fact]
    public async Task An_administrator_says_who_is_asked()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await Open(team, team.Leaders[2]);
        Assert.Contains("Leder · får ikke spørgsmålet", (await team.Administrator.PressTitle("Send ikke spørgsmålet hertil")).Card!.Lines);
        await Open(team, team.Head);
        Assert.Contains("Afdelingschef · får spørgsmålet", (await team.Administrator.PressTitle("Send også spørgsmålet hertil")).Card!.Lines);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Empty(team.Leaders[2].Inbox);
        Assert.Single(team.Head.Inbox);
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task A_new_head_is_announced_in_the_next_prompt_and_only_there()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 4);
        await world.MoveTo("2026-10-12 09:00");
        Assert.DoesNotContain(team.Leaders[1].LastCard.Lines, line => line.StartsWith("Nyt siden sidst", StringComparison.Ordinal));
        await Open(team, team.Leaders[3]);
        await team.Administrator.PressTitle("Gør til afdelingschef");
        await Open(team, team.Head);
        await team.Administrator.PressTitle("Skal ikke længere være afdelingschef");
        await world.MoveTo("2026-10-19 09:00");
        Assert.Contains("Nyt siden sidst: Opsummeringen læses nu af Leder 3.", team.Leaders[1].LastCard.Lines);
        await world.MoveTo("2026-10-26 09:00");
        Assert.DoesNotContain(team.Leaders[1].LastCard.Lines, line => line.StartsWith("Nyt siden sidst", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_says_who_changed_what_newest_first()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = world.AddTeam(leaders: 3);
        await team.Install();
        await world.MoveTo("2026-10-08 10:01");
        await team.SetUp();
        await world.MoveTo("2026-10-08 10:02");
        await team.Administrator.Press("privacy.show");
        await team.Administrator.PressThreeTimes("privacy.save", ("threshold", "8"));
        await world.MoveTo("2026-10-08 10:05");
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("desk.pause", ("pauseUntil", "2026-10-26"));
        var lines = (await team.Administrator.Press("audit.show")).Card!.Lines;
        Assert.Equal(
            [
                "Satte på pause", "torsdag 8. oktober kl. 10.05, Administrator", "26. oktober 2026",
                "Ændrede privatlivet", "torsdag 8. oktober kl. 10.02, Administrator", "Mindste antal svar: 5 → 8",
                "Ændrede en rolle", "torsdag 8. oktober kl. 10.01, Administrator", "Afdelingschef: ingen → Afdelingschef",
                "Ændrede ugen", "torsdag 8. oktober kl. 10.01, Administrator", "Kører: nej → ja",
                "Tilføjede Refleksion til teamet", "torsdag 8. oktober kl. 10.00, Administrator",
            ],
            lines.Skip(2));
    }

    [Fact]
    public async Task The_rooms_speak_english_too()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(3, ("language", "en"));
        await team.Administrator.Press("calendar.show");
        var card = (await team.Administrator.Press("calendar.add", ("closedWeek", "2026-W42"), ("closedName", "Break"))).Card!;
        Assert.Contains("Break: 12 October 2026 – 18 October 2026", card.Lines);
        await team.Administrator.Press("desk.show");
        Assert.Contains("Changed the calendar", (await team.Administrator.Press("audit.show")).Card!.Lines);
        await team.Administrator.Press("desk.show");
        Assert.Contains("Administrator · is asked", (await team.Administrator.Press("people.show")).Card!.Lines);
        await team.Administrator.Press("desk.show");
        Assert.Contains("The next eight weeks", (await team.Administrator.Press("weeks.show")).Card!.Lines);
    }

    [Fact]
    public async Task A_long_roster_is_paged_and_says_who_cannot_be_reached()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 23);
        await team.Leaders[1].InstallsForThemselves();
        team.Leaders[1].HasBlockedTheBot = true;
        await world.MoveTo("2026-10-12 09:00");
        await team.Administrator.Says("indstillinger");
        var first = (await team.Administrator.Press("people.show")).Card!;
        Assert.Contains("Side 1 af 3", first.Lines);
        Assert.Contains("Kan ikke nås: har blokeret mig", string.Join("|", first.Lines));
        var last = (await team.Administrator.PressTitle("Næste")).Card!;
        Assert.Contains("Side 2 af 3", last.Lines);
    }

    [Fact]
    public async Task An_administrator_of_the_organisation_runs_every_team_without_being_in_it()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        var chief = world.AddPerson("IT-chef");
        world.MoreSettings["Organisation:Administrators:0"] = chief.Id;
        world.MoreSettings["Organisation:ThresholdFloor"] = "6";
        world.MoreSettings["Organisation:Contact"] = "HR";
        world.MoreSettings["Organisation:ClosingDays:0:From"] = "2026-10-12";
        world.MoreSettings["Organisation:ClosingDays:0:Name"] = "Kommunens dag";
        await world.StartService();
        var team = await world.AddRunningTeam(leaders: 3);
        await chief.Says("indstillinger");
        Assert.Contains("Flyttet på grund af Kommunens dag", chief.LastCard.Lines);
        Assert.Contains("Kommunens dag: 12. oktober 2026 – gælder for hele organisationen. Spørg HR, hvis det skal laves om.", (await chief.Press("calendar.show")).Card!.Lines);
        await chief.Press("desk.show");
        await chief.Press("privacy.show");
        Assert.Contains("Organisationen har bestemt, at det er mindst 6. Spørg HR, hvis det skal laves om.", chief.LastCard.Lines);
        Assert.Contains("⚠ Skriv et helt tal fra 6 til 25.", (await chief.Press("privacy.save", ("threshold", "5"))).Card!.Lines);
        await chief.Press("privacy.save", ("threshold", "7"));
        await chief.Says("indstillinger");
        Assert.Contains(chief.LastCard.Buttons, title => title == "Ændringer");
        Assert.Contains("torsdag 8. oktober kl. 10.00, en administrator uden for teamet", (await chief.Press("audit.show")).Card!.Lines);
        await world.MoveTo("2026-10-13 09:00");
        Assert.Contains("mindst 7", string.Join(' ', team.Leaders[1].LastCard.Lines));
        Assert.DoesNotContain(chief.Inbox, message => message.Card?.Fields.ContainsKey("visibility") == true);
    }

    [Theory]
    [InlineData("Organisation:ThresholdFloor", "2", "Organisation:ThresholdFloor must be between 3 and 25.")]
    [InlineData("Organisation:DefaultLanguage", "sv", "Organisation:DefaultLanguage must be da or en.")]
    [InlineData("Organisation:DefaultTimeZone", "Mars/Olympus", "Organisation:DefaultTimeZone must be an IANA time zone, such as Europe/Copenhagen.")]
    [InlineData("Organisation:Administrators:0", "mette", "Organisation:Administrators must be Entra object ids, such as 00000000-0000-0000-0000-000000000000.")]
    [InlineData("Organisation:ClosingDays:0:From", "24/12", "Organisation:ClosingDays must have From and To as yyyy-MM-dd, with To not before From.")]
    public async Task A_wrong_value_stops_the_start_with_its_key(string key, string value, string sentence)
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite);
        world.MoreSettings[key] = value;
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => world.StartService());
        Assert.Contains(sentence, failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task Open(Department team, Person about)
    {
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("people.show");
        var button = team.Administrator.LastCard.AllButtons("people.person").Single(one => (string?)one["data"]!["member"] == about.Id);
        await team.Administrator.PressButton(button);
    }

    private static async Task MakeAdministrator(Department team, Person person)
    {
        await Open(team, person);
        await team.Administrator.PressTitle("Gør til administrator");
    }

    private static async Task<Dictionary<string, string>> Team(BotWorld world) =>
        (await world.Rows("Teams")).Single().ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? string.Empty, StringComparer.Ordinal);
}
