using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Privacy;

/// <summary>Two weeks in which everything is used that stores something, with a look now and then.</summary>
internal static class Lives
{
    public static async Task LiveAsync(BotWorld world, Func<Task> look)
    {
        var team = world.AddTeam(leaders: 12);
        world.MoreSettings["Organisation:Leadership:0"] = team.Head.Id;
        await world.StartService();
        await team.Install();
        await team.SetUp();
        await team.Leaders[1].InstallsForThemselves();
        await Decide(team);
        team.Leaders[11].HasBlockedTheBot = true;
        await world.MoveTo("2026-10-12 09:00");
        await look();
        foreach (var leader in team.Leaders.Take(6))
            await leader.Picks("4", "Uden navn");
        await team.Leaders[6].Press("prompt.answer", ("score", "2"), ("text", "Med navn"), ("visibility", "named"), ("keep", "true"));
        await team.Leaders[7].Picks("1", "Kun for mig", "private");
        await team.Leaders[8].Press("prompt.skip");
        await team.Leaders[9].Press("prompt.snooze");
        await team.Leaders[9].PressTitle("Mandag 12. oktober kl. 12.00");
        await world.Settle();
        await look();
        await world.MoveTo("2026-10-14 12:00");
        await team.Leaves(team.Leaders[10]);
        await look();
        await world.MoveTo("2026-10-16 12:00");
        await team.Head.Press("share.show");
        await team.Head.Press("share.preview", ("shareWith", "leaders"), ("shareComment", "Tak for det"));
        await team.Head.Press("share.send");
        await world.Settle();
        await world.MoveTo("2026-10-19 09:00");
        await look();
    }

    // Own choices, a question of the team's own, closing days, a role, and a threshold.
    private static async Task Decide(Department team)
    {
        await team.Leaders[2].Says("mine valg");
        await team.Leaders[2].Press("own.save", ("myPause", "2026-10-10"), ("myLanguage", "English"));
        var administrator = team.Administrator;
        await administrator.Says("indstillinger");
        await administrator.Press("calendar.show");
        await administrator.Press("calendar.add", ("closedFrom", "2026-12-24"));
        await administrator.Says("indstillinger");
        await administrator.Press("people.show");
        await administrator.PressButton(administrator.LastCard.AllButtons("people.person").Single(button => (string?)button["data"]!["member"] == team.Leaders[3].Id));
        await administrator.PressTitle("Gør til administrator");
    }
}
