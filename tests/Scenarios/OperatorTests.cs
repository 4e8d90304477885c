using ReflectionBot.Tables;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Scenarios;

/// <summary>
/// Somebody with every right to the storage and the logs, after a round has closed, who knows who answered when. Twelve leaders
/// have answered anonymously, one after another. Each test is one way to find out who wrote what.
/// </summary>
[Collection(ScenariosCollection.Name)]
public sealed class OperatorTests(Azurite azurite)
{
    private const int Leaders = 12;

    // Of all the orders of twelve texts about two in a million lie as near as this to any one given order.
    private const double TooAlike = 0.95;

    private static readonly string[] Tables =
    [
        "Teams", "Members", "Memberships", "Rounds", "Participation", "Answers", "Summaries", "Outbox", "OutboxBatches", "Conversations", "Journal", "Audit", "OrganisationWeeks", "Leases",
    ];

    [Fact]
    public async Task By_a_key()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        await Answered(world);
        var pseudonyms = (await world.Rows("Answers")).Where(row => row.GetString("Text") is not null).Select(row => row.RowKey).ToList();
        Assert.Equal(Leaders, pseudonyms.Count);
        await world.MoveTo("2026-10-16 12:00");

        // Neither the key nor a pseudonym that it made is anywhere any more.
        var everything = await Everything(world);
        Assert.DoesNotContain(everything, row => row.Row.GetBinary("Secret") is not null);
        Assert.DoesNotContain(everything, row => pseudonyms.Exists(pseudonym => All(row.Row).Contains(pseudonym, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task By_a_row_that_holds_both()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var people = await Answered(world);
        await world.MoveTo("2026-10-16 12:00");
        foreach (var (table, row) in await Everything(world))
        {
            var all = All(row);
            if (all.Contains("Tekst ", StringComparison.Ordinal))
                Assert.DoesNotContain(people, person => all.Contains(person.Id, StringComparison.Ordinal) || all.Contains(person.UserId, StringComparison.Ordinal) || all.Contains(person.Conversation, StringComparison.Ordinal) || all.Contains(person.Name + "\u0000", StringComparison.Ordinal));
            Assert.False(table is not ("Summaries" or "Outbox") && all.Contains("Tekst ", StringComparison.Ordinal), $"{table} holds what somebody wrote.");
        }
    }

    [Fact]
    public async Task By_what_a_text_carries_beside_itself()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        await Answered(world);
        await world.MoveTo("2026-10-16 12:00");
        var texts = await Texts(world);
        Assert.Equal(Leaders, texts.Count);
        Assert.All(texts, row => Assert.Equal(["Size", "Text"], row.Select(property => property.Key).Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]).Order(StringComparer.Ordinal)));
        Assert.All(texts, row => Assert.Matches("^text-[0-9a-f]{16}-[0-9a-f]{16}$", row.RowKey));
    }

    [Fact]
    public async Task By_the_time_at_which_it_was_written()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        await Answered(world);
        var lastAnswer = (await world.Rows("Answers")).Max(row => row.Timestamp)!.Value;
        await world.MoveTo("2026-10-16 12:00");

        // Whatever still holds a text was written after the last of them had answered.
        Assert.All(await Texts(world), row => Assert.True(row.Timestamp > lastAnswer));
        Assert.DoesNotContain(await Everything(world), row => row.Table == "Answers" && row.Row.Timestamp <= lastAnswer);
    }

    [Fact]
    public async Task By_any_order()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var people = await Answered(world);
        await world.MoveTo("2026-10-16 12:00");
        var texts = await Texts(world);
        var writers = new Dictionary<string, List<Person>>(StringComparer.Ordinal)
        {
            ["answered"] = people,
            ["id"] = [.. people.OrderBy(person => person.Id, StringComparer.Ordinal)],
            ["name"] = [.. people.OrderBy(person => person.Name, StringComparer.Ordinal)],
        };
        var orders = new Dictionary<string, List<TableEntity>>(StringComparer.Ordinal)
        {
            ["key"] = [.. texts.OrderBy(row => row.RowKey, StringComparer.Ordinal)],
            ["time"] = [.. texts.OrderBy(row => row.Timestamp)],
            ["etag"] = [.. texts.OrderBy(row => row.ETag.ToString(), StringComparer.Ordinal)],
        };
        foreach (var (by, order) in orders)
            foreach (var (of, writer) in writers)
                Assert.True(Math.Abs(Likeness(order, writer, people)) < TooAlike, $"Texts by {by} stand as their writers by {of}.");
    }

    [Fact]
    public async Task By_what_changed_about_somebody_while_they_answered()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var team = await world.AddRunningTeam(Leaders);
        foreach (var leader in team.Leaders)
            await leader.Says("status");
        await world.MoveTo("2026-10-12 09:00");
        var before = await Stamps(world, team);
        await Answer(world, team);
        Assert.Equal(before, await Stamps(world, team));
    }

    [Fact]
    public async Task By_what_was_logged()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var people = await Answered(world);
        await world.MoveTo("2026-10-16 12:00");
        Assert.NotEmpty(world.Log.Lines);
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("Tekst ", StringComparison.Ordinal)
            || people.Exists(person => line.Contains(person.Id, StringComparison.Ordinal) || line.Contains(person.UserId, StringComparison.Ordinal) || line.Contains(person.Conversation, StringComparison.Ordinal) || line.Contains(person.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task By_the_ids_of_the_cards_that_were_sent()
    {
        await using var world = await BotWorld.StartAsync(azurite, "2026-10-08 10:00");
        var people = await Answered(world);
        await world.MoveTo("2026-10-16 12:00");
        var summary = world.Teams.People.Values.Single(person => person.Name == "Afdelingschef").LastCard.ToString();
        Assert.DoesNotContain(people, person => person.Inbox.Any(message => summary.Contains(message.Id, StringComparison.Ordinal)));
        Assert.DoesNotContain(people, person => summary.Contains(person.Id, StringComparison.Ordinal) || summary.Contains(person.Conversation, StringComparison.Ordinal));
    }

    // In an order of their own, a minute apart.
    private static async Task<List<Person>> Answered(BotWorld world)
    {
        var team = await world.AddRunningTeam(Leaders);
        await world.MoveTo("2026-10-12 09:00");
        return await Answer(world, team);
    }

    private static async Task<List<Person>> Answer(BotWorld world, Department team)
    {
        List<Person> order = [.. Enumerable.Range(0, Leaders).Select(number => team.Leaders[number * 5 % Leaders])];
        foreach (var person in order)
        {
            await person.Picks("3", TextOf(person));
            await world.Wait(TimeSpan.FromMinutes(1));
        }

        return order;
    }

    // Spearman's coefficient of the places of the texts and of those who wrote them; 1 is the same order, -1 the reverse.
    private static double Likeness(List<TableEntity> texts, List<Person> writers, List<Person> answered)
    {
        var squares = texts.Select((row, place) => Math.Pow(place - writers.IndexOf(answered.Single(person => row.GetString("Text") == TextOf(person))), 2)).Sum();
        return 1 - (6 * squares / (Leaders * ((Leaders * Leaders) - 1.0)));
    }

    private static string TextOf(Person person) => $"Tekst {person.Id[^2..]}";

    private static async Task<List<string>> Stamps(BotWorld world, Department team) =>
        [.. (await Everything(world)).Where(row => row.Table != "Leases" && team.Leaders.Any(person => All(row.Row).Contains(person.Id, StringComparison.Ordinal))).Select(row => $"{row.Table} {row.Row.PartitionKey} {row.Row.RowKey} {row.Row.ETag}").Order(StringComparer.Ordinal)];

    private static async Task<List<TableEntity>> Texts(BotWorld world) =>
        [.. (await world.Rows("Summaries")).Where(row => row.GetString("Text") is not null)];

    private static async Task<List<(string Table, TableEntity Row)>> Everything(BotWorld world)
    {
        var all = new List<(string, TableEntity)>();
        foreach (var table in Tables)
            all.AddRange((await world.Rows(table)).Select(row => (table, row)));
        return all;
    }

    private static string All(TableEntity row) => string.Join('\u0000', row.Select(property => property.Value?.ToString()).Append(row.PartitionKey).Append(row.RowKey)) + '\u0000';
}
