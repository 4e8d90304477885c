using Azure.Core;
using Azure.Core.Pipeline;
using ReflectionBot.Answers;
using ReflectionBot.Rounds;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Answers;

/// <summary>Answers while the round is open, and what is left of them when it is not.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AnswerStoreTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly MemberId Anna = new("00000000-0000-0000-0000-00000000000a");
    private static readonly MemberId Bo = new("00000000-0000-0000-0000-00000000000b");
    private static readonly Answer Four = new(4, "Bedre end i fjor 😀", Visibility.Anonymous);

    private TableClient table = null!;
    private AnswerStore store = null!;
    private RoundId round;

    public async Task InitializeAsync()
    {
        var tables = azurite.CreateServiceClient();
        table = tables.GetTableClient(AnswerStore.TableName);
        await table.CreateIfNotExistsAsync(default);
        store = new AnswerStore(tables, TimeProvider.System);
        round = new RoundId(new TeamId("tenant", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")), SlotId.Parse("2026-W48"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_answer_comes_back_to_its_writer_alone()
    {
        Assert.Equal(Saved.First, await store.SaveAsync(round, Anna, Four, default));
        Assert.Equal(Four, await store.FindAsync(round, Anna, default));
        Assert.Null(await store.FindAsync(round, Bo, default));
    }

    [Fact]
    public async Task A_second_answer_takes_the_place_of_the_first()
    {
        await store.SaveAsync(round, Anna, Four, default);
        await store.SaveAsync(round, Anna, new Answer(2, null, Visibility.Named, "Anna"), default);
        Assert.Equal([new Answer(2, null, Visibility.Named, "Anna")], await store.AllAsync(round, default).ToListAsync());
    }

    [Fact]
    public async Task Of_a_private_answer_only_that_it_was_given_is_kept_here()
    {
        await store.SaveAsync(round, Anna, new Answer(1, "kun mit", Visibility.Private), default);
        Assert.Equal([new Answer(null, null, Visibility.Private)], await store.AllAsync(round, default).ToListAsync());
    }

    [Fact]
    public async Task Missing_are_those_who_have_not_answered_and_nobody_after_the_seal()
    {
        Assert.Equal([Anna, Bo], await store.MissingAsync(round, [Anna, Bo], default));
        await store.SaveAsync(round, Anna, Four, default);
        Assert.Equal([Bo], await store.MissingAsync(round, [Anna, Bo], default));
        Assert.Equal(1, await store.CountAsync(round, default));
        await store.SealAsync(round, default);
        Assert.Empty(await store.MissingAsync(round, [Anna, Bo], default));
    }

    [Fact]
    public async Task A_second_instance_knows_an_answer_by_the_same_pseudonym()
    {
        await store.SaveAsync(round, Anna, Four, default);
        var other = new AnswerStore(azurite.CreateServiceClient(), TimeProvider.System);
        Assert.Equal(Saved.InPlace, await other.SaveAsync(round, Anna, new Answer(2, null, Visibility.Anonymous), default));
        await store.SealAsync(round, default);
        Assert.Equal(Saved.Sealed, await other.SaveAsync(round, Bo, Four, default));
    }

    [Fact]
    public async Task No_row_names_the_member()
    {
        await store.SaveAsync(round, Anna, Four, default);
        foreach (var row in await RowsAsync())
        {
            Assert.DoesNotContain(Anna.Value, row.RowKey, StringComparison.Ordinal);
            Assert.DoesNotContain(row, property => property.Value is string text && text.Contains(Anna.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task After_the_seal_nothing_is_taken_and_the_key_is_gone()
    {
        await store.SaveAsync(round, Anna, Four, default);
        await store.SealAsync(round, default);
        await store.SealAsync(round, default);
        Assert.Equal(Saved.Sealed, await store.SaveAsync(round, Bo, Four, default));
        Assert.Null(await store.FindAsync(round, Anna, default));
        Assert.Equal([Four], await store.AllAsync(round, default).ToListAsync());
        Assert.DoesNotContain(await RowsAsync(), row => row.Any(property => property.Value is byte[]));
    }

    [Fact]
    public async Task A_round_that_nobody_answered_is_sealed_all_the_same()
    {
        await store.SealAsync(round, default);
        Assert.Equal(Saved.Sealed, await store.SaveAsync(round, Anna, Four, default));
        Assert.Empty(await store.AllAsync(round, default).ToListAsync());
    }

    [Fact]
    public async Task Cleared_leaves_the_mark_alone_and_nothing_is_taken()
    {
        await store.SaveAsync(round, Anna, Four, default);
        await store.SealAsync(round, default);
        await store.ClearAsync(round, default);
        var left = Assert.Single(await RowsAsync());
        Assert.Equal("!key", left.RowKey);
        Assert.Empty(left);
        Assert.Equal(Saved.Sealed, await store.SaveAsync(round, Anna, Four, default));
        Assert.Empty(await store.AllAsync(round, default).ToListAsync());
    }

    // The promise of the gate: what the summary was made of is all there ever was.
    [Fact]
    public async Task Nothing_slips_in_after_the_seal()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var id = round with { Slot = round.Slot.Next(attempt) };
            var writers = Enumerable.Range(0, 12).Select(number => WriteAsync(id, number)).ToList();
            await writers[attempt];
            await store.SealAsync(id, default);
            var atSeal = (await store.AllAsync(id, default).ToListAsync()).Count;
            var saved = (await Task.WhenAll(writers)).Count(success => success);
            Assert.Equal(saved, atSeal);
            Assert.Equal(atSeal, (await store.AllAsync(id, default).ToListAsync()).Count);
        }
    }

    // The first answers of a round come at the same moment, and each wants to make the key.
    [Fact]
    public async Task Many_first_answers_at_once_share_one_key()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => WriteAsync(round, number)));
        Assert.All(saved, Assert.True);
        Assert.Equal(12, (await store.AllAsync(round, default).ToListAsync()).Count);
        Assert.Equal(new Answer(3, null, Visibility.Anonymous), await store.FindAsync(round, Member(3), default));
    }

    // Were the mark of the seal gone for a moment, a late answer would be saved, and nobody would ever see it.
    [Fact]
    public async Task Nothing_slips_in_between_the_steps_of_clearing()
    {
        await WriteAsync(round, 0);
        await store.SealAsync(round, default);
        var saved = new List<bool>();
        var options = new TableClientOptions();
        options.AddPolicy(new Before(async () => saved.Add(await WriteAsync(round, 1))), HttpPipelinePosition.PerCall);
        await new AnswerStore(azurite.CreateServiceClient(options), TimeProvider.System).ClearAsync(round, default);
        saved.Add(await WriteAsync(round, 1));
        Assert.InRange(saved.Count, 3, 9);
        Assert.DoesNotContain(true, saved);
        Assert.Empty(await store.AllAsync(round, default).ToListAsync());
    }

    [Fact]
    public async Task Deleted_is_gone()
    {
        await store.SaveAsync(round, Anna, Four, default);
        await store.DeleteAsync(round, default);
        Assert.Empty(await RowsAsync());
    }

    /// <summary>Does something before each request.</summary>
    private sealed class Before(Func<Task> meanwhile) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await meanwhile();
            await ProcessNextAsync(message, pipeline);
        }
    }

    private async Task<bool> WriteAsync(RoundId id, int number) =>
        await store.SaveAsync(id, Member(number), new Answer(number, null, Visibility.Anonymous), default) != Saved.Sealed;

    private static MemberId Member(int number) => new($"00000000-0000-0000-0000-{number:D12}");

    private async Task<List<TableEntity>> RowsAsync()
    {
        var partition = round.ToString();
        return await table.QueryAsync(TableFilter.Create($"PartitionKey eq {partition}")).ToListAsync();
    }
}
