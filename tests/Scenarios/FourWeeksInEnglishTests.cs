using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

[Collection(WeeksCollection.Name)]
public sealed class FourWeeksInEnglishTests(Azurite azurite)
{
    [Fact]
    public async Task Twelve_leaders_and_their_head_in_English()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(12, ("language", "en"));
        Assert.Equal(["Teknik og Miljø", "Your reflection", "Saved. The week now runs by itself."], team.Administrator.LastCard.Lines.Take(3));
        Assert.Contains("Every week: question Monday at 09:00, reminder Wednesday at 10:00, closes Friday at 12:00.", team.Administrator.LastCard.Lines);

        await world.MoveTo("2026-10-12 09:00");
        var prompt = team.Leaders[1].LastCard;
        Assert.Equal("This week's reflection · Teknik og Miljø", prompt.Lines[0]);
        Assert.Contains("Does your performance management work as intended?", prompt.Lines);
        Assert.Contains("When the round closes, a summary goes to Afdelingschef, who may share it with the team. Anonymous answers are only in it if there are at least 5 of them.", prompt.Lines);
        Assert.Contains("Closes Friday 16 October at 12:00. Please do not name citizens or staff.", prompt.Lines);
        Assert.Equal(["Send answer", "Answer later", "Skip"], prompt.Buttons);
        foreach (var leader in team.Leaders.Take(9))
            await leader.Picks("4", "It works where we talk about it");
        Assert.Contains("You can change it until Friday 16 October at 12:00.", team.Leaders[1].LastCard.Lines);

        await world.MoveTo("2026-10-14 10:00");
        Assert.Contains("A gentle reminder: there is still time to answer.", team.Leaders[9].LastCard.Lines);
        await world.MoveTo("2026-10-16 12:00");
        var summary = Assert.Single(team.Head.Cards);
        Assert.Equal("This week's summary · Teknik og Miljø", summary.Lines[0]);
        Assert.Contains("9 of 12 answered", summary.Lines);
        Assert.Equal("1: 0, 2: 0, 3: 0, 4: 9, 5: 0", summary.Bars);
        Assert.Contains("Mean 4.0", summary.Lines);
        Assert.Equal("Monday 19 October at 09:00: Reflecting on and challenging your own practice: how can you contribute?", summary.Lines[^1]);

        await world.MoveTo("2026-11-06 12:00");
        Assert.Equal(4, team.Head.Cards.Count);
        Assert.Contains("Nobody answered this round.", team.Head.LastCard.Lines);
        Assert.Equal(
            ["2026-10-12T07:00", "2026-10-19T07:00", "2026-10-26T08:00", "2026-11-02T08:00"],
            team.Leaders[1].Inbox.Where(message => message.At.DayOfWeek == DayOfWeek.Monday).Select(message => message.At.ToString("yyyy-MM-dd'T'HH:mm", null)));
    }
}
