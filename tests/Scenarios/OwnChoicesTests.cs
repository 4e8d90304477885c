using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>What a leader decides about themselves: when to be asked, in which language, and who sees the answer. The week is Monday 09:00, Wednesday 09:00, Friday 12:00.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class OwnChoicesTests(Azurite azurite)
{
    [Fact]
    public async Task Visibility_chosen_once_is_where_the_next_prompt_begins()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Open(world);
        Assert.Equal("anonymous", team.Leaders[1].LastCard.Fields["visibility"]);
        Assert.Equal(
            ["Anonymt – med i opsummeringen uden mit navn", "Med navn – mit navn står ved svaret", "Kun for mig – jeg tæller med, men ingen ser svaret"],
            team.Leaders[1].LastCard.Choices("visibility"));
        await team.Leaders[1].Picks("4", visibility: "named");
        await team.Leaders[2].Picks("4", visibility: "private");
        await world.MoveTo("2026-10-19 09:00");
        Assert.Equal("named", team.Leaders[1].LastCard.Fields["visibility"]);
        Assert.Equal("private", team.Leaders[2].LastCard.Fields["visibility"]);
        Assert.Equal("anonymous", team.Leaders[3].LastCard.Fields["visibility"]);
    }

    [Fact]
    public async Task A_name_that_is_no_longer_offered_is_not_chosen_either()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Open(world);
        await team.Leaders[1].Picks("4", visibility: "named");
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("privacy.show");
        await team.Administrator.Press("privacy.save", ("offersNamed", "false"));
        await world.MoveTo("2026-10-19 09:00");
        Assert.Equal("anonymous", team.Leaders[1].LastCard.Fields["visibility"]);
        Assert.Equal(2, team.Leaders[1].LastCard.Choices("visibility").Count);
    }

    [Theory]
    [InlineData("2026-10-12 09:30", "Mandag 12. oktober kl. 12.00", "2026-10-12 12:00")]
    [InlineData("2026-10-12 09:30", "Tirsdag 13. oktober kl. 09.00", "2026-10-13 09:00")]
    public async Task Put_off_the_question_comes_again_when_it_was_asked_for(string pressed, string choice, string comes)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Open(world);
        await world.MoveTo(pressed);
        await team.Leaders[1].Press("prompt.snooze");
        Assert.Contains(choice, team.Leaders[1].LastCard.Buttons);
        await team.Leaders[1].PressTitle(choice);
        await world.Settle();
        Assert.Equal("Det er en aftale", team.Leaders[1].LastCard.Lines[1]);
        await world.MoveTo(Before(comes));
        Assert.Single(team.Leaders[1].Inbox);
        await world.MoveTo(comes);
        Assert.Equal(2, team.Leaders[1].Inbox.Count);
        Assert.Contains("Virker din resultatstyring som ønsket?", team.Leaders[1].LastCard.Lines);
        Assert.Single(team.Leaders[2].Inbox);
        await team.Leaders[1].Picks("4");
        await world.MoveTo("2026-10-16 12:00");
        Assert.Contains("1 af 6 har svaret", team.Head.LastCard.Lines);
    }

    [Fact]
    public async Task Who_has_answered_meanwhile_is_left_alone()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Open(world);
        await team.Leaders[1].Press("prompt.snooze");
        await team.Leaders[1].PressTitle("Tirsdag 13. oktober kl. 09.00");
        await world.Settle();
        await team.Leaders[1].Press("prompt.edit");
        await team.Leaders[1].Picks("4");
        await world.MoveTo("2026-10-16 11:00");
        Assert.Single(team.Leaders[1].Inbox);
    }

    [Fact]
    public async Task A_put_off_question_survives_a_restart_and_is_asked_once_however_often_it_is_put_off()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Open(world);
        await team.Leaders[1].Press("prompt.snooze");
        await team.Leaders[1].PressTitle("Tirsdag 13. oktober kl. 09.00");
        await world.Settle();
        await world.StopService();
        world.Clock.LeapTo(BotWorld.Moment("2026-10-13 10:00"));
        await world.StartService();
        Assert.Equal(2, team.Leaders[1].Inbox.Count);
        await team.Leaders[1].Press("prompt.snooze");
        await team.Leaders[1].PressTitle("Onsdag 14. oktober kl. 09.00");
        await world.Settle();
        await world.MoveTo("2026-10-14 12:00");
        Assert.Equal(3, team.Leaders[1].Inbox.Count);
        Assert.Equal(2, team.Leaders[2].Inbox.Count);
    }

    [Fact]
    public async Task Just_before_closing_there_is_nothing_to_put_it_off_to()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Open(world);
        await world.MoveTo("2026-10-16 10:00");
        await team.Leaders[1].PressOn(team.Leaders[1].Inbox[0], "prompt.snooze");
        Assert.Contains("Runden lukker snart, så jeg når ikke at minde dig om den igen.", team.Leaders[1].Inbox[0].Card!.Lines);
        var reply = await team.Leaders[1].Forge("prompt.later", new() { ["team"] = team.Thread, ["slot"] = "2026-W42", ["about"] = "never" });
        Assert.Equal("Hvornår passer det bedre?", reply.Card!.Lines[1]);
    }

    [Fact]
    public async Task Reminders_go_to_nobody_who_answered_skipped_paused_or_does_not_want_them()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Open(world);
        await team.Leaders[1].Picks("4");
        await team.Leaders[2].Press("prompt.skip");
        await Choose(team.Leaders[3], ("myPause", "2026-10-20"));
        await Choose(team.Leaders[4], ("myReminders", "false"));
        await world.MoveTo("2026-10-14 12:00");
        Assert.Equal(
            [0, 0, 0, 0, 1],
            team.Leaders.Skip(1).Select(leader => leader.Cards.Count(card => card.Lines.Contains("En lille påmindelse: Du kan stadig nå at svare."))));
    }

    [Fact]
    public async Task A_pause_ends_by_itself_and_says_when()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await team.Leaders[1].Says("pause");
        await team.Leaders[1].Press("own.save", ("myPause", "2026-10-19"));
        Assert.Contains("Gemt.", team.Leaders[1].LastCard.Lines);
        Assert.Contains("Du får ingen spørgsmål før 19. oktober 2026. Så begynder de igen af sig selv.", team.Leaders[1].LastCard.Lines);
        await world.MoveTo("2026-10-16 12:00");
        Assert.Single(team.Leaders[1].Inbox);
        Assert.Contains("0 af 5 har svaret", team.Head.LastCard.Lines);
        await world.MoveTo("2026-10-19 09:00");
        Assert.Equal(2, team.Leaders[1].Inbox.Count);
    }

    [Theory]
    [InlineData("myPause", "2026-10-08", "Vælg en dag efter i dag og højst et år frem, eller lad feltet stå tomt.")]
    [InlineData("myPause", "2028-01-01", "Vælg en dag efter i dag og højst et år frem, eller lad feltet stå tomt.")]
    [InlineData("myPause", "i morgen", "Vælg en dag efter i dag og højst et år frem, eller lad feltet stå tomt.")]
    [InlineData("myLanguage", "sv", "Vælg dansk eller engelsk.")]
    public async Task A_wrong_choice_is_told_and_changes_nothing(string field, string value, string told)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await Choose(team.Leaders[1], (field, value), ("myReminders", "false"));
        Assert.Contains(told, team.Leaders[1].LastCard.Lines);
        Assert.All(await world.Rows("Members"), row => Assert.False(row.GetBoolean("NoReminders")));
    }

    [Fact]
    public async Task A_leader_reads_English_in_a_Danish_team()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 3);
        await Choose(team.Leaders[1], ("myLanguage", "English"));
        Assert.Contains("Saved.", team.Leaders[1].LastCard.Lines);
        await world.MoveTo("2026-10-12 09:00");
        Assert.Contains("Does your performance management work as intended?", team.Leaders[1].LastCard.Lines);
        Assert.Contains("Virker din resultatstyring som ønsket?", team.Leaders[2].LastCard.Lines);
        await team.Leaders[1].Picks("9");
        Assert.Contains("Choose a step from 1 to 5 before you send.", team.Leaders[1].LastCard.Lines);
        await team.Leaders[1].Picks("4");
        Assert.Equal("Thank you for your answer", team.Leaders[1].LastCard.Lines[1]);
        await team.Leaders[1].Says("status");
        Assert.Contains("You have answered.", team.Leaders[1].LastCard.Lines);
        await team.Leaders[1].Says("hvad?");
        Assert.StartsWith("I did not understand", team.Leaders[1].LastText, StringComparison.Ordinal);
        await Choose(team.Leaders[1], ("myLanguage", "team"));
        Assert.Contains("Gemt.", team.Leaders[1].LastCard.Lines);
    }

    [Fact]
    public async Task A_head_reads_their_summary_in_their_own_language()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 6);
        await Choose(team.Head, ("myLanguage", "English"));
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders)
            await leader.Picks("4");
        await world.MoveTo("2026-10-16 12:00");
        Assert.Contains("6 of 6 answered", team.Head.LastCard.Lines);
        await team.Head.Says("opsummering");
        Assert.Contains("6 of 6 answered", team.Head.LastCard.Lines);
    }

    [Theory]
    [InlineData("Borgeren 010170-0000 ventede længe")]
    [InlineData("0101700000")]
    [InlineData("010170 0000")]
    public async Task What_looks_like_a_civil_registration_number_is_not_stored_and_comes_back_to_be_mended(string text)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await Open(world);
        await team.Leaders[1].Press("prompt.answer", ("score", "4"), ("text", text), ("keep", "true"));
        Assert.Contains("Der står noget i teksten, som ligner et CPR-nummer. Derfor er svaret ikke gemt. Ret det, og send igen.", team.Leaders[1].LastCard.Lines);
        Assert.Equal(text, team.Leaders[1].LastCard.Fields["text"]);
        Assert.Empty(await world.Rows("Answers"));
        Assert.Empty(await world.Rows("Journal"));
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("0101", StringComparison.Ordinal));
        await team.Leaders[1].Picks("4", "En borger ventede længe");
        Assert.Equal("Tak for dit svar", team.Leaders[1].LastCard.Lines[1]);
    }

    private static async Task Choose(Person person, params (string Field, string Value)[] choices)
    {
        await person.Says("mine valg");
        await person.Press("own.save", choices);
    }

    private static async Task<Department> Open(BotWorld world)
    {
        var team = await world.AddRunningTeam(leaders: 6);
        await world.MoveTo("2026-10-12 09:00");
        return team;
    }

    private static string Before(string local) => BotWorld.Local(BotWorld.Moment(local).AddMinutes(-1)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
