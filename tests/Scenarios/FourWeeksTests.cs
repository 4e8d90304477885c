using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>
/// One team's first month, across the end of summer time: 09:00 is 07:00 UTC on 12 and 19 October, 08:00 UTC afterwards.
/// </summary>
[Collection(WeeksCollection.Name)]
public sealed class FourWeeksTests(Azurite azurite)
{
    private static readonly string[] Openings = ["2026-10-12T07:00", "2026-10-19T07:00", "2026-10-26T08:00", "2026-11-02T08:00"];

    [Fact]
    public async Task Twelve_leaders_and_their_head_in_Danish()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = world.AddTeam("Teknik og Miljø", leaders: 12);
        await team.Install();

        // Before saving, the administrator sees what will happen.
        var review = (await team.Review()).Card!;
        Assert.Equal(
            [
                "Teknik og Miljø",
                "Sådan bliver det",
                "Hver uge: spørgsmål mandag kl. 09.00, påmindelse onsdag kl. 10.00, lukker fredag kl. 12.00.",
                "Opsummeringen går til Afdelingschef.",
                "De næste otte spørgsmål",
                "Mandag 12. oktober kl. 09.00", "Færre mål – mere ledelse", "Virker din resultatstyring som ønsket?",
                "Mandag 19. oktober kl. 09.00", "Refleksion og udfordring af egen praksis", "Refleksion og udfordring af egen praksis: Hvordan kan I bidrage til det?",
                "Mandag 26. oktober kl. 09.00", "Skab fælles forståelse", "Bliver de politiske mål oversat klart?",
                "Mandag 2. november kl. 09.00", "Se resultatskabelse sammen med andre", "Se resultatskabelse sammen med andre: Hvordan kan I bidrage til det?",
            ],
            review.Lines.Take(17));
        Assert.Equal(5 + (8 * 3), review.Lines.Count);
        var desk = (await team.Administrator.Press("setup.save")).Card!;
        Assert.Contains("Gemt. Ugen kører nu af sig selv.", desk.Lines);

        await FirstWeek(world, team);
        await SecondWeek(world, team);
        await ThirdWeek(world, team);
        await FourthWeek(world, team);

        Assert.All(team.Leaders.Skip(1), leader => Assert.Equal(Openings, Prompts(leader).Select(At)));
        Assert.Equal(4, team.Head.Cards.Count);
        Assert.DoesNotContain(world.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        foreach (var word in new[] { "Alt for mange skemaer", "Svar nummer", "Leder 1", "Afdelingschef", "Teknik og Miljø" })
            Assert.DoesNotContain(world.Log.Lines, line => line.Contains(word, StringComparison.Ordinal));
    }

    // Scale: nine of twelve answer, two of them by name and one privately; one skips.
    private static async Task FirstWeek(BotWorld world, Department team)
    {
        await world.MoveTo("2026-10-12 08:59");
        Assert.All(team.Leaders.Skip(1), leader => Assert.Empty(leader.Inbox));
        await world.MoveTo("2026-10-12 09:00");
        Assert.Equal(
            [
                "Ugens refleksion · Teknik og Miljø",
                "Færre mål – mere ledelse",
            ],
            team.Leaders[1].LastCard.Lines.Take(2));
        Assert.Contains("Virker din resultatstyring som ønsket?", team.Leaders[1].LastCard.Lines);
        Assert.Contains(
            "Når runden lukker, får Afdelingschef en opsummering og kan dele den med teamet. Anonyme svar er kun med, hvis der er mindst 5 af dem.",
            team.Leaders[1].LastCard.Lines);

        await team.Leaders[1].Picks("4", "Målene er blevet færre", "named");
        await team.Leaders[2].Picks("5", "Vi måler det rigtige", "named");
        await team.Leaders[3].Picks("1", "Kun for mig selv", "private");
        await team.Leaders[4].Picks("3", "Alt for mange skemaer", "anonymous");
        await team.Leaders[5].Picks("3", "", "anonymous");
        await team.Leaders[6].Picks("2", "", "anonymous");
        await team.Leaders[10].Press("prompt.skip");

        await world.MoveTo("2026-10-14 10:00");
        Assert.Equal(["Administrator", "Leder 7", "Leder 8", "Leder 9", "Leder 11"], Reminded(team));
        await team.Leaders[7].Picks("4", "", "anonymous");
        await team.Leaders[8].Picks("4", "Dialogen fylder mere end målene", "anonymous");
        await team.Leaders[9].Picks("5", "", "anonymous");

        await world.MoveTo("2026-10-16 11:59");
        Assert.Empty(team.Head.Inbox);
        await world.MoveTo("2026-10-16 12:00");
        var summary = Assert.Single(team.Head.Cards);
        Assert.Contains("9 af 12 har svaret", summary.Lines);
        Assert.Equal("1: 0, 2: 1, 3: 2, 4: 3, 5: 2", summary.Bars);
        Assert.Contains("Gennemsnit 3,8", summary.Lines);
        Assert.Contains("1 = Slet ikke, 5 = I meget høj grad", summary.Lines);
        foreach (var text in new[] { "Målene er blevet færre", "– Leder 1", "Vi måler det rigtige", "– Leder 2", "Alt for mange skemaer", "Dialogen fylder mere end målene" })
            Assert.Contains(text, summary.Lines);
        Assert.DoesNotContain("Kun for mig selv", summary.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Leder 4", summary.ToString(), StringComparison.Ordinal);
        Assert.Equal("Mandag 19. oktober kl. 09.00: Refleksion og udfordring af egen praksis: Hvordan kan I bidrage til det?", summary.Lines[^1]);
    }

    // Open: four answer, which is one too few.
    private static async Task SecondWeek(BotWorld world, Department team)
    {
        await world.MoveTo("2026-10-19 09:00");
        foreach (var number in new[] { 1, 2, 3, 4 })
            await team.Leaders[number].Writes($"Svar nummer {number}");
        await world.MoveTo("2026-10-23 12:00");
        Assert.Equal(
            [
                "Ugens opsummering · Teknik og Miljø",
                "Refleksion og udfordring af egen praksis",
                "Refleksion og udfordring af egen praksis: Hvordan kan I bidrage til det?",
                "4 af 12 har svaret (sidst 9 af 12)",
                "Svarene er skjult, fordi færre end 5 har delt et svar. Så kan ingen genkendes.",
                "Tag det op på næste ledermøde",
                "Nævn én ting, I kan gøre i denne uge.",
                "Næste spørgsmål",
                "Mandag 26. oktober kl. 09.00: Bliver de politiske mål oversat klart?",
            ],
            team.Head.LastCard.Lines);
        Assert.DoesNotContain("Svar nummer", team.Head.LastCard.ToString(), StringComparison.Ordinal);
    }

    // Scale: everybody answers.
    private static async Task ThirdWeek(BotWorld world, Department team)
    {
        await world.MoveTo("2026-10-26 09:00");
        for (var number = 0; number < 12; number++)
            await team.Leaders[number].Picks(number < 6 ? "2" : "4", "", "anonymous");
        await world.MoveTo("2026-10-28 10:00");
        Assert.Empty(Reminded(team));
        await world.MoveTo("2026-10-30 12:00");
        Assert.Contains("12 af 12 har svaret (sidst 4 af 12)", team.Head.LastCard.Lines);
        Assert.Equal("1: 0, 2: 6, 3: 0, 4: 6, 5: 0", team.Head.LastCard.Bars);
        Assert.Contains("Ingen har skrevet kommentarer.", team.Head.LastCard.Lines);
    }

    // Open: nobody answers.
    private static async Task FourthWeek(BotWorld world, Department team)
    {
        await world.MoveTo("2026-11-06 12:00");
        Assert.Contains("0 af 12 har svaret (sidst 12 af 12)", team.Head.LastCard.Lines);
        Assert.Contains("Ingen svarede i denne runde.", team.Head.LastCard.Lines);
        Assert.Equal("Mandag 9. november kl. 09.00: Ser vi på borgernes problemer og serviceydelser ud fra borgerens vinkel – på tværs af fagligheder?", team.Head.LastCard.Lines[^1]);
    }

    private static IEnumerable<Message> Prompts(Person leader) => leader.Inbox.Where(message => !IsReminder(message));

    // A reminder that has been answered shows a receipt; it is still the message that came on a Wednesday.
    private static bool IsReminder(Message message) => message.At.DayOfWeek == DayOfWeek.Wednesday;

    private static string At(Message message) => message.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", null);

    private static IEnumerable<string> Reminded(Department team) =>
        team.Leaders.Where(leader => leader.Inbox[^1].Card!.Lines.Contains("En lille påmindelse: Du kan stadig nå at svare.")).Select(leader => leader.Name);
}
