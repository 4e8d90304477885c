using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Summaries;

/// <summary>A summary is made once and stays as it is.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SummaryStoreTests(Azurite azurite)
{
    private static readonly Summary First = new()
    {
        Answered = 9,
        Asked = 12,
        Threshold = 5,
        Hidden = Hidden.Nothing,
        Picture = new Picture([new Count(1, 1, 4), new Count(2, 2, 5)], 1.6, null, null, null),
    };

    private static readonly Voice[] Texts = [new("Zebra", null), new("Abe\nmed emoji 😀", "Åse"), new("Midt", null)];

    [Fact]
    public async Task It_comes_back_as_it_was_frozen()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First, Texts.ToAsyncEnumerable(), default);
        await AssertFirstAsync(store, round);
    }

    [Fact]
    public async Task A_second_one_changes_nothing()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First, Texts.ToAsyncEnumerable(), default);
        var order = await TextsOfAsync(store, round);
        await store.FreezeAsync(round, First with { Answered = 1, Hidden = Hidden.Everything, Picture = null }, new[] { new Voice("Another", null) }.ToAsyncEnumerable(), default);
        await AssertFirstAsync(store, round);
        Assert.Equal(order, await TextsOfAsync(store, round));
    }

    // Two instances close the same round at once; each gives the same texts its own order. Nothing of the other is left behind.
    [Fact]
    public async Task Of_two_at_once_one_is_kept_whole()
    {
        var (store, round) = await StartAsync();
        var voices = Enumerable.Range(100, 250).Select(number => new Voice($"{number}", null)).ToList();
        await Task.WhenAll(
            store.FreezeAsync(round, First, voices.ToAsyncEnumerable(), default),
            store.FreezeAsync(round, First, voices.ToAsyncEnumerable(), default));
        Assert.Equal(Enumerable.Range(100, 250).Select(number => $"{number}"), (await TextsOfAsync(store, round)).Order(StringComparer.Ordinal));
        var partition = round.ToString();
        var rows = await azurite.CreateServiceClient().GetTableClient(SummaryStore.TableName).QueryAsync(TableFilter.Create($"PartitionKey eq {partition}")).ToListAsync();
        Assert.Equal(251, rows.Count);
    }

    // Among ten texts one order in 3,628,800 is the order of arrival: three times the same would be no shuffle.
    [Fact]
    public async Task Texts_do_not_stand_in_the_order_of_arrival_and_keep_the_order_they_have()
    {
        var orders = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var (store, round) = await StartAsync();
            await store.FreezeAsync(round, First, Enumerable.Range(0, 10).Select(number => new Voice($"{number}", null)).ToAsyncEnumerable(), default);
            var order = string.Concat(await TextsOfAsync(store, round));
            Assert.Equal(order, string.Concat(await TextsOfAsync(store, round)));
            orders.Add(order);
        }

        Assert.NotEqual(["0123456789"], orders);
    }

    [Fact]
    public async Task Some_of_the_texts_are_read_by_their_places()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First, Texts.ToAsyncEnumerable(), default);
        var places = await store.PlacesAsync(round, default);
        Assert.Equal([5, 4, 31], places.Select(place => place.Size).OrderBy(size => size switch { 5 => 0, 4 => 1, _ => 2 }));
        var all = await TextsOfAsync(store, round);
        Assert.Equal(all[1..], (await store.VoicesAsync(round, places[1], places[2], default)).Select(voice => voice.Text));
    }

    [Fact]
    public async Task The_summaries_of_a_team_are_its_own()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First, Texts.ToAsyncEnumerable(), default);
        await store.FreezeAsync(round with { Slot = SlotId.Parse("2026-W49") }, First with { Answered = 10 }, Texts.ToAsyncEnumerable(), default);
        var neighbour = new RoundId(round.Team with { Thread = round.Team.Thread + "0" }, round.Slot);
        await store.FreezeAsync(neighbour, First with { Answered = 1 }, Texts.ToAsyncEnumerable(), default);
        var found = await store.OfTeamAsync(round.Team, default);
        Assert.Equal([(SlotId.Parse("2026-W48"), 9), (SlotId.Parse("2026-W49"), 10)], found.Select(one => (one.Key, one.Value.Answered)).Order());
    }

    [Fact]
    public async Task Texts_without_their_summary_count_for_nothing()
    {
        var (store, round) = await StartAsync();
        var half = new TableEntity(round.ToString(), "text-0123456789abcdef-00000") { ["Text"] = "half done" };
        await azurite.CreateServiceClient().GetTableClient(SummaryStore.TableName).AddEntityAsync(half);
        Assert.Null(await store.FindAsync(round, default));
    }

    [Fact]
    public async Task Deleted_is_gone()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First, Texts.ToAsyncEnumerable(), default);
        await store.DeleteAsync(round, default);
        Assert.Null(await store.FindAsync(round, default));
    }

    private static async Task AssertFirstAsync(SummaryStore store, RoundId round)
    {
        var found = (await store.FindAsync(round, default))!;
        Assert.Equal((9, 12, 5, Hidden.Nothing), (found.Answered, found.Asked, found.Threshold, found.Hidden));
        Assert.Equal(["Abe\nmed emoji 😀", "Midt", "Zebra"], (await TextsOfAsync(store, round)).Order(StringComparer.Ordinal));
        Assert.Equal(First.Picture!.Counts, found.Picture!.Counts);
        Assert.Equal(1.6, found.Picture.Mean);
    }

    private static async Task<List<string>> TextsOfAsync(SummaryStore store, RoundId round) =>
        await store.VoicesAsync(round, default).Select(voice => voice.Text).ToListAsync();

    private async Task<(SummaryStore Store, RoundId Round)> StartAsync()
    {
        var tables = azurite.CreateServiceClient();
        await tables.GetTableClient(SummaryStore.TableName).CreateIfNotExistsAsync(default);
        var team = new TeamId("tenant", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N"));
        return (new SummaryStore(tables), new RoundId(team, SlotId.Parse("2026-W48")));
    }
}
