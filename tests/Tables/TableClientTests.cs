using Azure;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class TableClientTests(Azurite azurite)
{
    [Fact]
    public async Task Table_is_created_once_and_again_without_harm()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        await table.CreateIfNotExistsAsync(CancellationToken.None);

        Assert.NotNull(await table.GetEntityIfExistsAsync("p", "r"));
    }

    [Fact]
    public async Task Missing_table_is_an_error_with_its_own_code_everywhere()
    {
        var table = azurite.CreateServiceClient().GetTableClient("NeverMade");
        var entity = new TableEntity("p", "r");

        foreach (var attempt in new Func<Task>[]
        {
            () => table.GetEntityIfExistsAsync("p", "r"),
            () => table.TryAddEntityAsync(entity),
            () => table.TryUpdateEntityAsync(entity, ETag.All),
            () => table.TryDeleteEntityAsync("p", "r", ETag.All),
            () => table.TrySubmitTransactionAsync([new(TableTransactionActionType.Add, entity)]),
            async () => await table.QueryAsync().ToListAsync(),
        })
        {
            var missing = await Assert.ThrowsAnyAsync<RequestFailedException>(attempt);
            Assert.Equal((404, "TableNotFound"), (missing.Status, missing.ErrorCode));
        }
    }

    [Fact]
    public async Task Deleting_a_missing_table_is_no_error() =>
        await azurite.CreateServiceClient().GetTableClient("NeverMade").DeleteAsync(CancellationToken.None);

    [Fact]
    public async Task Absent_entity_is_null_or_an_error_as_asked()
    {
        var table = await azurite.CreateTableAsync();

        Assert.Null(await table.GetEntityIfExistsAsync("p", "r"));
        var absent = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync("p", "r"));
        Assert.Equal((404, "ResourceNotFound"), (absent.Status, absent.ErrorCode));
    }

    [Fact]
    public async Task Added_entity_carries_the_etag_that_a_read_gives()
    {
        var table = await azurite.CreateTableAsync();
        var entity = new TableEntity("p", "r") { ["Name"] = "x", ["Nothing"] = null };

        var response = await table.AddEntityAsync(entity);

        var read = await table.GetEntityAsync("p", "r");
        Assert.Equal(read.ETag, entity.ETag);
        Assert.Equal(read.ETag, response.Headers.ETag);
        Assert.Equal(["Name"], read.Names);
    }

    [Fact]
    public async Task Adding_twice_is_a_conflict()
    {
        var table = await azurite.CreateTableAsync();

        Assert.True(await table.TryAddEntityAsync(new TableEntity("p", "r")));
        Assert.False(await table.TryAddEntityAsync(new TableEntity("p", "r")));
        var conflict = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        Assert.Equal((409, "EntityAlreadyExists"), (conflict.Status, conflict.ErrorCode));
    }

    [Fact]
    public async Task Merge_keeps_and_replace_removes_what_is_not_sent()
    {
        var table = await azurite.CreateTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 }, TableUpdateMode.Replace);

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, TableUpdateMode.Merge);
        Assert.Equal(["A", "B"], (await table.GetEntityAsync("p", "r")).Names.Order());

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 3 }, TableUpdateMode.Replace);
        Assert.Equal(["B"], (await table.GetEntityAsync("p", "r")).Names);
    }

    [Theory]
    [InlineData("Replace")]
    [InlineData("Merge")]
    public async Task Update_succeeds_only_on_what_was_read(string modeName)
    {
        var mode = Enum.Parse<TableUpdateMode>(modeName);
        var table = await azurite.CreateTableAsync();
        var entity = new TableEntity("p", "r") { ["Count"] = 1 };
        await table.AddEntityAsync(entity);
        var read = entity.ETag;

        Assert.True(await table.TryUpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 2 }, read, mode));
        Assert.False(await table.TryUpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 3 }, read, mode));
        Assert.True(await table.TryUpdateEntityAsync(new TableEntity("p", "r") { ["Count"] = 4 }, ETag.All, mode));
        Assert.False(await table.TryUpdateEntityAsync(new TableEntity("p", "absent"), ETag.All, mode));
        Assert.Equal(4, (await table.GetEntityAsync("p", "r")).GetInt32("Count"));
    }

    [Fact]
    public async Task Delete_succeeds_only_on_what_was_read()
    {
        var table = await azurite.CreateTableAsync();
        var entity = new TableEntity("p", "r");
        await table.AddEntityAsync(entity);
        var stale = entity.ETag;
        await table.UpdateEntityAsync(entity, ETag.All);

        Assert.False(await table.TryDeleteEntityAsync("p", "r", stale));
        Assert.True(await table.TryDeleteEntityAsync("p", "r", entity.ETag));
        Assert.False(await table.TryDeleteEntityAsync("p", "r", ETag.All));
        await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", ETag.All));
    }

    [Fact]
    public async Task Query_reads_every_page_in_key_order()
    {
        var table = await azurite.CreateTableAsync();
        foreach (var team in new[] { "a", "b", "c" })
            await table.SubmitTransactionAsync(
                Enumerable.Range(0, 7).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(team, $"{i}"))));

        var rows = await table.QueryAsync(maxPerPage: 2).Select(e => e.PartitionKey + e.RowKey).ToListAsync();

        Assert.Equal(
            ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "b0", "b1", "b2", "b3", "b4", "b5", "b6", "c0", "c1", "c2", "c3", "c4", "c5", "c6"],
            rows);
    }

    [Fact]
    public async Task Query_filters_by_every_type()
    {
        var table = await azurite.CreateTableAsync();
        var at = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(1)).AddTicks(7);
        var id = new Guid("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
        byte[] bytes = [10, 255];
        await table.AddEntityAsync(new TableEntity("o'hare", "r")
        {
            ["S"] = "it's & 100 %",
            ["I"] = -3,
            ["L"] = 9007199254740993L,
            ["D"] = 1.5,
            ["W"] = 3.0,
            ["B"] = true,
            ["T"] = at,
            ["G"] = id,
            ["X"] = bytes,
        });

        foreach (var filter in new[]
        {
            TableFilter.Create($"PartitionKey eq {"o'hare"} and S eq {"it's & 100 %"}"),
            TableFilter.Create($"I eq {-3} and L eq {9007199254740993L}"),
            TableFilter.Create($"D eq {1.5} and W eq {3.0} and D gt {1.0}"),
            TableFilter.Create($"B eq {true} and T eq {at}"),
            TableFilter.Create($"G eq {id} and X eq {bytes}"),
        })
            Assert.Single(await table.QueryAsync(filter).ToListAsync());
    }

    [Fact]
    public async Task Prefix_finds_those_that_begin_with_it()
    {
        var table = await azurite.CreateTableAsync();
        foreach (var row in new[] { "round", "round|1", "round|2", "round}", "rounds|1" })
            await table.AddEntityAsync(new TableEntity("p", row));

        var rows = await table.QueryAsync(TableFilter.Prefix("RowKey", "round|")).Select(e => e.RowKey).ToListAsync();

        Assert.Equal(["round|1", "round|2"], rows);
    }

    [Fact]
    public async Task Projection_brings_the_keys_and_the_etag_and_what_was_asked_for()
    {
        var table = await azurite.CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var queried = await table.QueryAsync(select: ["B", "Absent"]).SingleAsync();
        var read = await table.GetEntityAsync("p", "r", ["B"]);

        Assert.Equal(("p", "r", 2), (queried.PartitionKey, queried.RowKey, queried.GetInt32("B")));
        Assert.Equal(["B"], queried.Names);
        Assert.Equal(["B"], read.Names);
        Assert.True(await table.TryDeleteEntityAsync("p", "r", queried.ETag));
    }

    [Fact]
    public async Task Time_keeps_its_seven_decimals_and_doubles_their_value()
    {
        var table = await azurite.CreateTableAsync();
        var at = new DateTimeOffset(2026, 11, 20, 9, 8, 7, TimeSpan.Zero).AddTicks(1234567);

        await table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = at, ["Whole"] = 3.0, ["Nan"] = double.NaN, ["Inf"] = double.NegativeInfinity });

        var read = await table.GetEntityAsync("p", "r");
        Assert.Equal(at, read.GetDateTimeOffset("At"));
        Assert.Equal(3.0, read.GetDouble("Whole"));
        Assert.Equal(double.NaN, read.GetDouble("Nan"));
        Assert.Equal(double.NegativeInfinity, read.GetDouble("Inf"));
    }
}
