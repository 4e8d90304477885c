using Azure;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

/// <summary>The answer to a write is lost and the pipeline tries again: the second answer must not fool us.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LostAnswerTests(Azurite azurite)
{
    private readonly LosingTransport _network = new();

    [Fact]
    public async Task Add_that_was_carried_out_is_a_success()
    {
        var (table, _) = await TableAsync();
        var entity = new TableEntity("p", "r") { ["Name"] = "ours", ["Bytes"] = new byte[] { 1, 2 }, ["At"] = s_noon };

        _network.LoseTheNextAnswer();
        Assert.True(await table.TryAddEntityAsync(entity));

        Assert.Equal((await table.GetEntityAsync("p", "r")).ETag, entity.ETag);
    }

    [Fact]
    public async Task Add_that_throws_on_conflict_does_not_when_the_entity_is_our_own()
    {
        var (table, _) = await TableAsync();

        _network.LoseTheNextAnswer();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Name"] = "ours" });

        Assert.Equal("ours", (await table.GetEntityAsync("p", "r")).GetString("Name"));
    }

    [Fact]
    public async Task Add_that_never_arrived_and_was_overtaken_is_a_conflict()
    {
        var (table, rival) = await TableAsync();

        _network.LoseTheNextRequest(() => rival.AddEntityAsync(new TableEntity("p", "r") { ["Name"] = "theirs" }));
        Assert.False(await table.TryAddEntityAsync(new TableEntity("p", "r") { ["Name"] = "ours" }));

        Assert.Equal("theirs", (await table.GetEntityAsync("p", "r")).GetString("Name"));
    }

    [Fact]
    public async Task Add_that_was_overtaken_by_the_very_same_content_is_a_conflict_for_one_of_the_two()
    {
        var (table, rival) = await TableAsync();

        _network.LoseTheNextRequest(() => rival.AddEntityAsync(new TableEntity("p", "r") { ["Name"] = "same" }));

        Assert.False(await table.TryAddEntityAsync(new TableEntity("p", "r") { ["Name"] = "same" }));
    }

    [Fact]
    public async Task Two_who_count_from_the_same_number_do_not_both_succeed()
    {
        var (table, rival) = await TableAsync();
        var read = new TableEntity("p", "r") { ["Count"] = 3 };
        await table.AddEntityAsync(read);

        _network.LoseTheNextRequest(() => rival.UpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 4 }, read.ETag));

        Assert.False(await table.TryUpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 4 }, read.ETag));
    }

    [Fact]
    public async Task Conflict_on_the_first_attempt_is_a_conflict_even_with_the_same_content()
    {
        var (table, rival) = await TableAsync();
        await rival.AddEntityAsync(new TableEntity("p", "r") { ["Name"] = "same" });

        Assert.False(await table.TryAddEntityAsync(new TableEntity("p", "r") { ["Name"] = "same" }));
    }

    [Theory]
    [InlineData("Replace")]
    [InlineData("Merge")]
    public async Task Update_that_was_carried_out_is_a_success(string mode)
    {
        var (table, _) = await TableAsync();
        var entity = new TableEntity("p", "r") { ["Count"] = 1, ["Note"] = "first" };
        await table.AddEntityAsync(entity);
        var change = new TableEntity("p", "r") { ["Count"] = 2 };

        _network.LoseTheNextAnswer();
        Assert.True(await table.TryUpdateEntityAsync(change, entity.ETag, Enum.Parse<TableUpdateMode>(mode)));

        var stored = await table.GetEntityAsync("p", "r");
        Assert.Equal(2, stored.GetInt32("Count"));
        Assert.Equal(stored.ETag, change.ETag);
    }

    [Fact]
    public async Task Update_that_never_arrived_and_was_overtaken_is_a_conflict()
    {
        var (table, rival) = await TableAsync();
        var entity = new TableEntity("p", "r") { ["Count"] = 1 };
        await table.AddEntityAsync(entity);

        _network.LoseTheNextRequest(() => rival.UpsertEntityAsync(new TableEntity("p", "r") { ["Count"] = 7 }));
        var lost = await Assert.ThrowsAsync<RequestFailedException>(() =>
            table.UpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 2 }, entity.ETag, TableUpdateMode.Replace));

        Assert.Equal(412, lost.Status);
        Assert.Equal("UpdateConditionNotSatisfied", lost.ErrorCode);
        Assert.Equal(7, (await table.GetEntityAsync("p", "r")).GetInt32("Count"));
    }

    [Fact]
    public async Task Delete_that_was_carried_out_is_a_success()
    {
        var (table, _) = await TableAsync();
        var entity = new TableEntity("p", "r");
        await table.AddEntityAsync(entity);

        _network.LoseTheNextAnswer();
        Assert.True(await table.TryDeleteEntityAsync("p", "r", entity.ETag));

        Assert.Null(await table.GetEntityIfExistsAsync("p", "r"));
    }

    [Fact]
    public async Task Delete_that_met_a_newer_entity_on_the_second_attempt_leaves_it_alone()
    {
        var (table, rival) = await TableAsync();
        var entity = new TableEntity("p", "r");
        await table.AddEntityAsync(entity);

        _network.LoseTheNextAnswer(() => rival.AddEntityAsync(new TableEntity("p", "r") { ["Name"] = "newer" }));
        Assert.False(await table.TryDeleteEntityAsync("p", "r", entity.ETag));

        Assert.Equal("newer", (await table.GetEntityAsync("p", "r")).GetString("Name"));
    }

    [Fact]
    public async Task Transaction_that_was_carried_out_is_a_success()
    {
        var (table, _) = await TableAsync();
        var (old, gone) = (new TableEntity("p", "old") { ["V"] = 1, ["Keep"] = true }, new TableEntity("p", "gone"));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, old), new(TableTransactionActionType.Add, gone)]);
        var added = new TableEntity("p", "new") { ["V"] = 3 };

        _network.LoseTheNextAnswer();
        Assert.True(await table.TrySubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "old") { ["V"] = 2 }, old.ETag),
            new(TableTransactionActionType.Delete, gone, gone.ETag),
            new(TableTransactionActionType.Add, added),
        ]));

        Assert.Equal((await table.GetEntityAsync("p", "new")).ETag, added.ETag);
        Assert.Equal(2, (await table.GetEntityAsync("p", "old")).GetInt32("V"));
    }

    [Fact]
    public async Task Transaction_that_was_carried_out_is_a_success_even_when_part_of_it_has_moved_on()
    {
        var (table, rival) = await TableAsync();
        var (a, b) = (new TableEntity("p", "a") { ["V"] = 1 }, new TableEntity("p", "b") { ["V"] = 1 });

        _network.LoseTheNextAnswer(() => rival.UpsertEntityAsync(new TableEntity("p", "b") { ["V"] = 7 }));
        Assert.True(await table.TrySubmitTransactionAsync(
            [new(TableTransactionActionType.Add, a), new(TableTransactionActionType.Add, b)]));

        Assert.Equal((await table.GetEntityAsync("p", "a")).ETag, a.ETag);
        Assert.Equal(default, b.ETag);
    }

    [Fact]
    public async Task Transaction_of_deletions_that_was_carried_out_is_a_success()
    {
        var (table, _) = await TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        _network.LoseTheNextAnswer();

        Assert.True(await table.TrySubmitTransactionAsync(
            [new(TableTransactionActionType.Delete, new TableEntity("p", "r"), ETag.All)]));
    }

    [Fact]
    public async Task Transaction_that_never_arrived_and_was_overtaken_is_a_conflict_and_applies_nothing()
    {
        var (table, rival) = await TableAsync();

        _network.LoseTheNextRequest(() => rival.AddEntityAsync(new TableEntity("p", "a") { ["V"] = 1 }));
        Assert.False(await table.TrySubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "a") { ["V"] = 1 }),
            new(TableTransactionActionType.Add, new TableEntity("p", "b") { ["V"] = 1 }),
        ]));

        Assert.Null(await table.GetEntityIfExistsAsync("p", "b"));
    }

    [Fact]
    public async Task Table_whose_creation_was_not_confirmed_is_there()
    {
        var (table, _) = await TableAsync();
        await table.DeleteAsync(CancellationToken.None);

        _network.LoseTheNextAnswer();
        await table.CreateIfNotExistsAsync(CancellationToken.None);

        Assert.Null(await table.GetEntityIfExistsAsync("p", "r"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_that_was_reported_written_is_missing_after_many_writers_on_a_bad_line(int seed)
    {
        var (table, _) = await TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        _network.LoseAtRandom(seed);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => SignAsync(table, writer)));

        Assert.Equal(
            Enumerable.Range(0, 4).SelectMany(writer => Enumerable.Range(0, 8).Select(step => $"W{writer}{step}")),
            (await table.GetEntityAsync("p", "r")).Names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_many_who_add_the_same_on_a_bad_line_one_succeeds(int seed)
    {
        var (table, _) = await TableAsync();
        _network.LoseAtRandom(seed);

        foreach (var row in new[] { "a", "b", "c", "d", "e" })
        {
            var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => table.TryAddEntityAsync(new TableEntity("p", row))));
            Assert.Single(added, true);
        }
    }

    private static async Task SignAsync(TableClient table, int writer)
    {
        for (var step = 0; step < 8;)
        {
            var entity = await table.GetEntityAsync("p", "r");
            entity[$"W{writer}{step}"] = true;
            if (await table.TryUpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace))
                step++;
        }
    }

    private static readonly DateTimeOffset s_noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(1));

    private async Task<(TableClient Table, TableClient Rival)> TableAsync()
    {
        var table = await azurite.CreateTableAsync(_network.Options);
        return (table, azurite.CreateServiceClient().GetTableClient(table.Name));
    }
}
