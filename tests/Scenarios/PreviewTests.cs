using System.Globalization;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>What the administrator is shown is what then happens: over three years, in real time zones, through holidays and new years.</summary>
[Collection(WeeksCollection.Name)]
public sealed class PreviewTests(Azurite azurite)
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    [Fact]
    public async Task Three_years_of_weeks_happen_as_the_desk_foretold_them()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        // Friday noon to Sunday: Good Friday, Ascension's week, Christmas and both clock changes all lie in the way.
        var team = await world.AddRunningTeam(1, ("opensOn", "Thursday"), ("remindsOn", "Friday"), ("closesOn", "Sunday"), ("everyWeeks", "1"));
        var foretold = new List<(string Moment, string Question)>();
        for (var day = new DateOnly(2026, 10, 8); day < new DateOnly(2029, 10, 8); day = day.AddDays(56))
        {
            await world.MoveTo(day.ToString("yyyy-MM-dd", null) + " 11:00");
            await team.Administrator.Says("indstillinger");
            await team.Administrator.Press("weeks.show");
            foretold.AddRange(Rounds(team.Administrator.LastCard));
        }

        var happened = team.Administrator.Inbox
            .Where(message => message.Card is { } card && card.Has("prompt.answer") && !card.Lines.Contains("En lille påmindelse: Du kan stadig nå at svare."))
            .Select(message => (MomentOf(message), message.Card!.Lines[3]))
            .ToList();
        Assert.InRange(happened.Count, 140, 160);
        Assert.Equal(foretold.Take(happened.Count), happened);
    }

    // A slot: its moment, why it moved or is skipped if it is, and unless it is skipped an area and a question.
    private static IEnumerable<(string Moment, string Question)> Rounds(SeenCard desk)
    {
        var lines = desk.Lines.SkipWhile(line => line != "De næste otte uger").Skip(1).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            var moment = lines[at];
            if (lines[at + 1].StartsWith("Springes over", StringComparison.Ordinal))
            {
                at++;
                continue;
            }

            at += lines[at + 1].StartsWith("Flyttet", StringComparison.Ordinal) ? 3 : 2;
            yield return (moment, lines[at]);
        }
    }

    private static string MomentOf(Message message)
    {
        var moment = BotWorld.Local(message.At).ToString("dddd d. MMMM 'kl.' HH'.'mm", Danish);
        return char.ToUpper(moment[0], Danish) + moment[1..];
    }
}
