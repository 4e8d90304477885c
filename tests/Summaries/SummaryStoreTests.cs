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
        Voices = [new Voice("Zebra", null), new Voice("Abe\nmed emoji 😀", "Åse"), new Voice("Midt", null)],
    };

    [Fact]
    public async Task It_comes_back_as_it_was_frozen_in_the_shuffled_order()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First, default);
        await AssertFirstAsync(store, round);
    }

    [Fact]
    public async Task A_second_one_changes_nothing()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First, default);
        await store.FreezeAsync(round, First with { Answered = 1, Hidden = Hidden.Everything, Picture = null, Voices = [new Voice("Another", null)] }, default);
        await AssertFirstAsync(store, round);
    }

    // Two instances close the same round at once; each has shuffled the same texts in its own way.
    [Fact]
    public async Task Of_two_at_once_one_is_kept_whole()
    {
        var (store, round) = await StartAsync();
        var voices = Enumerable.Range(100, 250).Select(number => new Voice($"{number}", null)).ToList();
        await Task.WhenAll(
            store.FreezeAsync(round, First with { Voices = voices }, default),
            store.FreezeAsync(round, First with { Voices = [.. Enumerable.Reverse(voices)] }, default));
        var kept = (await store.FindAsync(round, default))!.Voices;
        Assert.Equal(voices, kept[0].Text == "100" ? kept : Enumerable.Reverse(kept));
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
    public async Task Four_hundred_texts_keep_their_order()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First with { Voices = [.. Enumerable.Range(0, 400).Select(number => new Voice($"{(number * 7) % 400}", null))] }, default);
        var found = (await store.FindAsync(round, default))!;
        Assert.Equal(400, found.Voices.Count);
        Assert.Equal(["0", "7", "14", "21"], found.Voices.Take(4).Select(voice => voice.Text));
        Assert.Equal("393", found.Voices[^1].Text);
    }

    [Fact]
    public async Task Deleted_is_gone()
    {
        var (store, round) = await StartAsync();
        await store.FreezeAsync(round, First, default);
        await store.DeleteAsync(round, default);
        Assert.Null(await store.FindAsync(round, default));
    }

    private static async Task AssertFirstAsync(SummaryStore store, RoundId round)
    {
        var found = (await store.FindAsync(round, default))!;
        Assert.Equal((9, 12, 5, Hidden.Nothing), (found.Answered, found.Asked, found.Threshold, found.Hidden));
        Assert.Equal(First.Voices, found.Voices);
        Assert.Equal(First.Picture!.Counts, found.Picture!.Counts);
        Assert.Equal(1.6, found.Picture.Mean);
    }

    private async Task<(SummaryStore Store, RoundId Round)> StartAsync()
    {
        var tables = azurite.CreateServiceClient();
        await tables.GetTableClient(SummaryStore.TableName).CreateIfNotExistsAsync(default);
        var team = new TeamId("tenant", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N"));
        return (new SummaryStore(tables), new RoundId(team, SlotId.Parse("2026-W48")));
    }
}
