using System.Text.Json.Nodes;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>The log as a file: offered, consented to, and put into the administrator's own OneDrive.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class AuditFileTests(Azurite azurite)
{
    [Fact]
    public async Task The_file_is_put_there_once_however_often_consent_comes()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await team.Administrator.Press("calendar.show");
        await team.Administrator.Press("calendar.add", ("closedFrom", "2026-12-24"), ("closedName", "=1+1;\"x\""));
        var offer = await Offer(team);
        Assert.Equal("ændringer-2026-10-08.csv", (string?)offer.Attachment!["name"]);
        var context = (JsonObject)offer.Attachment["content"]!["acceptContext"]!;
        for (var time = 0; time < 3; time++)
            await team.Administrator.Accepts(world, offer, context: context);

        var file = Assert.Single(world.Far.Uploads);
        Assert.StartsWith("\"Tidspunkt\";\"Hvem\";\"Hvad\";\"Indstilling\";\"Fra\";\"Til\"\r\n", file.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("\"2026-10-08 10:00:00\";\"Administrator\";\"Ændrede kalenderen\";\"Lukkedage\";\"Ingen\";\"'=1+1;\"\"x\"\": 24. december 2026\"", file, StringComparison.Ordinal);
        Assert.Equal("application/vnd.microsoft.teams.card.file.info", (string?)team.Administrator.Inbox.Single(message => message.Id == offer.Id).Attachment!["contentType"]);
        await team.Administrator.Says("indstillinger");
        Assert.Contains("Hentede en fil", (await team.Administrator.Press("audit.show")).Card!.Lines);
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("http://kommune-my.sharepoint.com/upload")]
    [InlineData("https://kommune-my.sharepoint.com.evil.example/upload")]
    [InlineData("https://kommune-my.sharepoint.com:8443/upload")]
    [InlineData("https://me@kommune-my.sharepoint.com/upload")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task Nothing_is_written_anywhere_else(string url)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var offer = await Offer(team);
        await team.Administrator.Accepts(world, offer, url);
        Assert.Empty(world.Far.Uploads);
        Assert.Equal("Filen kunne ikke lægges i dit OneDrive. Prøv igen om lidt.", team.Administrator.Inbox.Single(message => message.Id == offer.Id).Text);
    }

    [Fact]
    public async Task No_is_taken_for_an_answer_and_others_get_nothing()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        var offer = await Offer(team);
        await team.Leaders[1].Accepts(world, offer);
        Assert.Empty(world.Far.Uploads);
        Assert.Equal("Det kan kun en administrator. Spørg Administrator.", team.Leaders[1].LastText);
        await team.Administrator.Declines(world, offer);
        Assert.Empty(world.Far.Uploads);
        Assert.Equal("Helt i orden. Der er ikke lavet nogen fil.", team.Administrator.Inbox.Single(message => message.Id == offer.Id).Text);
    }

    private static async Task<Message> Offer(Department team)
    {
        await team.Administrator.Says("indstillinger");
        await team.Administrator.Press("audit.show");
        var reply = await team.Administrator.Press("audit.export");
        Assert.Equal("Sig ja i beskeden herunder, så lægger jeg filen i dit OneDrive.", reply.Line);
        var offer = team.Administrator.Inbox[^1];
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", (string?)offer.Attachment!["contentType"]);
        return offer;
    }
}
