using Azure;
using ReflectionBot.Tables;
using static ReflectionBot.Tables.TableTransactionActionType;

namespace ReflectionBot.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TransactionTests(Azurite azurite)
{
    [Fact]
    public async Task Every_kind_of_action_is_applied()
    {
        var table = await azurite.CreateTableAsync();
        foreach (var row in new[] { "replaced", "merged", "upserted", "joined", "deleted" })
            await table.AddEntityAsync(new TableEntity("p", row) { ["Old"] = 1 });
        TableEntity Row(string row) => new("p", row) { ["New"] = 2 };
        var added = Row("added");

        await table.SubmitTransactionAsync(
        [
            new(Add, added),
            new(UpdateReplace, Row("replaced"), ETag.All),
            new(UpdateMerge, Row("merged"), ETag.All),
            new(UpsertReplace, Row("upserted")),
            new(UpsertMerge, Row("joined")),
            new(Delete, Row("deleted"), ETag.All),
        ]);

        var rows = await table.QueryAsync().Select(e => $"{e.RowKey}: {string.Join(' ', e.Names.Order())}").ToListAsync();
        Assert.Equal(["added: New", "joined: New Old", "merged: New Old", "replaced: New", "upserted: New"], rows);
        Assert.Equal((await table.GetEntityAsync("p", "added")).ETag, added.ETag);
    }

    [Fact]
    public async Task Hundred_actions_fit()
    {
        var table = await azurite.CreateTableAsync();

        await table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(i => new TableTransactionAction(Add, new TableEntity("p", $"{i}"))));

        Assert.Equal(100, await table.QueryAsync().CountAsync());
    }

    [Fact]
    public async Task Refused_action_is_named_by_its_place_and_nothing_is_applied()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "b"));

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, new TableEntity("p", "a")), new(Add, new TableEntity("p", "b") { ["Secret"] = "content" })]));

        Assert.Equal((409, "EntityAlreadyExists", 1), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
        Assert.DoesNotContain("content", failed.ToString(), StringComparison.Ordinal);
        Assert.Null(await table.GetEntityIfExistsAsync("p", "a"));
    }

    [Fact]
    public async Task Overtaken_transactions_answer_false()
    {
        var table = await azurite.CreateTableAsync();
        var entity = new TableEntity("p", "r");
        await table.AddEntityAsync(entity);
        var stale = entity.ETag;
        await table.UpdateEntityAsync(entity, ETag.All);

        Assert.False(await table.TrySubmitTransactionAsync([new(Add, new TableEntity("p", "r"))]));
        Assert.False(await table.TrySubmitTransactionAsync([new(UpdateMerge, new TableEntity("p", "r"), stale)]));
        Assert.False(await table.TrySubmitTransactionAsync([new(Delete, new TableEntity("p", "r"), stale)]));
        Assert.False(await table.TrySubmitTransactionAsync([new(UpdateReplace, new TableEntity("p", "absent"), ETag.All)]));
        Assert.True(await table.TrySubmitTransactionAsync([new(UpdateReplace, new TableEntity("p", "r"), entity.ETag)]));
    }
}
