using System.Text;
using ReflectionBot.Tables;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>Who sees what, on the card and in the tables. The threshold is five.</summary>
[Collection(ScenariosCollection.Name)]
public sealed class AnonymityTests(Azurite azurite)
{
    private const string TooFew = "Svarene er skjult, fordi færre end 5 har delt et svar. Så kan ingen genkendes.";
    private const string TooFewAnonymous = "De anonyme svar og den samlede fordeling er skjult, fordi færre end 5 har svaret anonymt.";

    [Theory]
    [InlineData(4, 0, 0)]
    [InlineData(0, 4, 0)]
    [InlineData(2, 2, 3)]
    [InlineData(4, 0, 8)]
    public async Task Fewer_than_five_shared_answers_show_participation_and_nothing_else(int anonymous, int named, int kept)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var summary = await Close(world, anonymous, named, kept);
        Assert.Contains($"{anonymous + named + kept} af 12 har svaret", summary.Lines);
        Assert.Contains(TooFew, summary.Lines);
        Assert.Null(summary.Bars);
        Assert.DoesNotContain("Tekst fra", summary.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Leder", summary.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(5, 3)]
    [InlineData(0, 5)]
    public async Task Five_anonymous_answers_or_none_among_the_named_show_everything(int anonymous, int named)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var summary = await Close(world, anonymous, named, kept: 1);
        Assert.Equal($"1: 0, 2: 0, 3: 0, 4: {anonymous + named}, 5: 0", summary.Bars);
        var texts = await AllTexts(world);
        Assert.Equal(anonymous + named, texts.Count(line => line.StartsWith("Tekst fra", StringComparison.Ordinal)));
        Assert.Equal(named, texts.Count(line => line.StartsWith("– ", StringComparison.Ordinal)));
        Assert.DoesNotContain("Kun for mig", summary.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(4, 7)]
    [InlineData(4, 1)]
    public async Task Named_answers_beside_fewer_than_five_anonymous_ones_give_no_totals(int anonymous, int named)
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var summary = await Close(world, anonymous, named, kept: 0);
        Assert.Contains(TooFewAnonymous, summary.Lines);
        Assert.Null(summary.Bars);
        Assert.DoesNotContain(summary.Lines, line => line.StartsWith("Gennemsnit", StringComparison.Ordinal));
        Assert.Equal(named, (await AllTexts(world)).Count(line => line.StartsWith("Tekst fra", StringComparison.Ordinal)));
        Assert.DoesNotContain("Tekst fra anonym", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_closing_no_row_joins_a_member_with_what_they_wrote()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var summary = await Close(world, anonymous: 6, named: 1, kept: 1);
        Assert.Contains("8 af 12 har svaret", summary.Lines);

        // Of the round's answers only the mark remains that its key was destroyed.
        var left = Assert.Single(await world.Rows("Answers"));
        Assert.Equal("!key", left.RowKey);
        Assert.Null(left.GetBinary("Secret"));

        foreach (var table in new[] { "Teams", "Members", "Memberships", "Rounds", "Participation", "Answers", "Summaries", "Outbox", "OutboxBatches", "Conversations" })
            foreach (var row in await world.Rows(table))
                Assert.False(Says(row, "Tekst fra anonym") && Says(row, "aaaaaaaa-"), $"{table} {row.RowKey} knows who wrote what.");
        var texts = (await world.Rows("Summaries")).Where(row => row.GetString("Text") is not null).ToList();
        Assert.Equal(7, texts.Count);
        Assert.Equal(6, texts.Count(row => row.GetString("Name") is null));
    }

    [Fact]
    public async Task While_the_round_is_open_nobody_sees_more_than_how_many()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 12);
        await world.MoveTo("2026-10-12 09:00");
        foreach (var leader in team.Leaders.Take(6))
            await leader.Picks("4", "Tekst fra anonym");
        await team.Head.Says("opsummering");
        Assert.Equal("Der er ingen opsummering endnu. Den kommer, når den første runde lukker.", team.Head.LastText);
        await team.Head.Says("status");
        Assert.Equal(["Status", "Teknik og Miljø", "En runde er åben til fredag 16. oktober kl. 12.00. 6 af 12 har svaret.", "Næste spørgsmål sendes mandag 19. oktober kl. 09.00."], team.Head.LastCard.Lines);
        await team.Administrator.Says("indstillinger");
        Assert.DoesNotContain("Tekst fra", team.Administrator.LastCard.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_answer_given_again_anonymously_is_kept_nowhere_else()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(leaders: 2);
        await world.MoveTo("2026-10-12 09:00");
        await team.Leaders[1].Picks("4", "Først for mig selv", "private");
        Assert.Single(await world.Rows("Journal"));
        await team.Leaders[1].Press("prompt.edit");
        await team.Leaders[1].Picks("4", "Så for alle");
        Assert.Empty(await world.Rows("Journal"));
    }

    private static async Task<SeenCard> Close(BotWorld world, int anonymous, int named, int kept)
    {
        var team = await world.AddRunningTeam(leaders: 12);
        await world.MoveTo("2026-10-12 09:00");
        foreach (var (leader, number) in team.Leaders.Take(anonymous + named + kept).Reverse().Select((leader, number) => (leader, number)))
        {
            await (number < anonymous ? leader.Picks("4", "Tekst fra anonym")
                : number < anonymous + named ? leader.Picks("4", "Tekst fra en med navn", "named")
                : leader.Picks("1", "Kun for mig", "private"));
        }

        await world.MoveTo("2026-10-16 12:00");
        return Assert.Single(team.Head.Cards);
    }

    // The overview begins the texts; where there are more, the head reads on.
    private static async Task<IReadOnlyList<string>> AllTexts(BotWorld world)
    {
        var head = world.Teams.People.Values.Single(person => person.Name is "Afdelingschef");
        return head.LastCard.Has("summary.texts") ? (await head.Press("summary.texts")).Card!.Lines : head.LastCard.Lines;
    }

    private static bool Says(TableEntity row, string what)
    {
        var all = new StringBuilder(row.PartitionKey).Append(' ').Append(row.RowKey);
        foreach (var (_, value) in row)
            all.Append(' ').Append(value);
        return all.ToString().Contains(what, StringComparison.Ordinal);
    }
}
