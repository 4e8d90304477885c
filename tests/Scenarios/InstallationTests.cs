using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

[Collection(ScenariosCollection.Name)]
public sealed class InstallationTests(Azurite azurite)
{
    [Fact]
    public async Task The_channel_is_greeted_once_and_the_administrator_gets_the_set_up_card()
    {
        await using var world = await BotWorld.StartAsync(azurite);
        var team = world.AddTeam("Teknik og Miljø", leaders: 12);
        await team.Install();

        var greeting = Assert.Single(team.Channel).Card!;
        Assert.Equal("Hej Teknik og Miljø!", greeting.Lines[0]);
        Assert.Equal("Administrator sætter ugen op. Indtil da sker der ikke noget.", greeting.Lines[^1]);
        var setUp = Assert.Single(team.Administrator.Inbox).Card!;
        Assert.Equal(["Teknik og Miljø", "Sæt ugen op"], setUp.Lines.Take(2));
        Assert.Equal("Monday", setUp.Fields["opensOn"]);
        Assert.Equal("09:00", setUp.Fields["opensAt"]);
        Assert.Empty(team.Head.Inbox);
        Assert.Empty(team.Leaders[1].Inbox);
    }
}
