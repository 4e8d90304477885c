using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Faults;

/// <summary>Tests of what goes wrong, one after the other on storage of their own.</summary>
[CollectionDefinition(Name)]
public sealed class FaultsCollection : ICollectionFixture<Azurite>
{
    public const string Name = "Faults";
}

/// <summary>What became of everybody's card: in the outbox, in their chats, and in the administrator's eyes.</summary>
internal static class Outcomes
{
    /// <summary>A team of so many leaders whose first round is due at <c>2026-10-12 09:00</c>.</summary>
    public static async Task<(BotWorld World, Department Team)> StartAsync(Azurite azurite, int leaders, params (string Key, string? Value)[] settings)
    {
        var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        foreach (var (key, value) in settings)
            world.MoreSettings[key] = value;
        await world.StartService();
        var team = world.AddTeam(leaders: leaders);
        await team.Install();
        while (team.Administrator.Cards.Count == 0)
            await world.Pass(seconds: 1);
        await team.SetUp();
        return (world, team);
    }

    /// <summary>What the outbox holds: how many were sent, and by name whoever else there is.</summary>
    public static async Task<string> Fates(this BotWorld world, string card = "prompt")
    {
        var rows = (await world.Rows("Outbox"))
            .Where(row => row.PartitionKey.EndsWith("|" + card, StringComparison.Ordinal) && !row.RowKey.StartsWith('!'))
            .ToLookup(row => row.GetString("State") == "Sent");
        var names = world.Teams.People.Values.ToDictionary(person => person.Id, person => person.Name);
        var others = rows[false].Select(row => $"{names[row.RowKey]}: {row.GetString("State")} {row.GetString("Reason")}".TrimEnd());
        return string.Join(", ", others.Order(StringComparer.Ordinal).Prepend($"{rows[true].Count()} Sent"));
    }

    /// <summary>Moves the clock in steps until nothing waits in the outbox any more.</summary>
    public static async Task Outlast(this BotWorld world, TimeSpan step)
    {
        for (var steps = 0; steps < 600; steps++)
        {
            if (!(await world.Fates()).Contains("Pending", StringComparison.Ordinal))
                return;
            await world.Wait(step);
        }

        Assert.Fail(await world.Fates());
    }

    public static Task Outlast(this BotWorld world) => world.Outlast(TimeSpan.FromSeconds(1));

    /// <summary>A second at a time.</summary>
    public static async Task Pass(this BotWorld world, int seconds)
    {
        for (var second = 0; second < seconds; second++)
            await world.Wait(TimeSpan.FromSeconds(1));
    }

    /// <summary>What the desk says about cards that did not arrive.</summary>
    public static async Task<string> Trouble(this Department team)
    {
        await team.Administrator.Says("indstillinger");
        string[] openings = ["Kortet er på vej", "Kunne ikke få kortet", "Kortet kunne ikke sendes", "Nåede ikke ud", "Runden åbnede"];
        return string.Join(' ', team.Administrator.LastCard.Lines.Where(line => Array.Exists(openings, opening => line.StartsWith(opening, StringComparison.Ordinal))));
    }

    /// <summary>How many copies of the question a leader has.</summary>
    public static int Copies(this Person leader) => leader.Cards.Count(card => card.Has("prompt.answer"));

    /// <summary>How many leaders have how many copies, such as <c>5 x 1, 1 x 2</c>.</summary>
    public static string Copies(this Department team) => string.Join(", ", team.Leaders
        .GroupBy(leader => leader.Copies())
        .OrderBy(group => group.Key)
        .Select(group => $"{group.Count()} x {group.Key}"));
}
