using Azure;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

/// <summary>What goes over the wire, literally, and what is made of answers the emulator does not give.</summary>
public sealed class WireTests : IDisposable
{
    private const string Entity = "https://contoso.table.core.windows.net/Rounds(PartitionKey=%27t1%27,RowKey=%27it%27%27s%20%25%27)";
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    private readonly FarSide _far = new();
    private readonly TableClient _table;

    public WireTests() => _table = new TableServiceClient(
        "AccountName=contoso;AccountKey=a2V5", new StandingClock(s_now), _far.Options).GetTableClient("Rounds");

    public void Dispose() => _far.Dispose();

    [Fact]
    public async Task Every_request_says_who_when_and_in_which_version()
    {
        _far.Answers(200, """{"PartitionKey":"t1","RowKey":"r"}""");

        await _table.GetEntityAsync("t1", "it's %", ["A", "RowKey"]);

        var request = Assert.Single(_far.Requests);
        Assert.Equal(("GET", Entity + "?$select=PartitionKey%2CRowKey%2CA"), (request.Method, request.Uri));
        Assert.Equal("2020-12-06", request.Headers["x-ms-version"]);
        Assert.Equal("Fri, 20 Nov 2026 20:00:00 GMT", request.Headers["x-ms-date"]);
        Assert.Equal("3.0;", request.Headers["DataServiceVersion"]);
        Assert.Equal("application/json; odata=minimalmetadata", request.Headers["Accept"]);
        Assert.StartsWith("SharedKeyLite contoso:", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_posts_the_annotated_properties()
    {
        _far.Answers(204);

        await _table.AddEntityAsync(new TableEntity("t1", "r")
        {
            ["Text"] = "done",
            ["Count"] = 3,
            ["Big"] = 9007199254740993L,
            ["Ratio"] = 0.5,
            ["At"] = s_now,
            ["Ref"] = new Guid("3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
            ["Blob"] = new byte[] { 0, 1, 2 },
            ["Ok"] = true,
            ["Absent"] = null,
        });

        var request = Assert.Single(_far.Requests);
        Assert.Equal(("POST", "https://contoso.table.core.windows.net/Rounds"), (request.Method, request.Uri));
        Assert.Equal("return-no-content", request.Headers["Prefer"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal(
            """
            {"PartitionKey":"t1","RowKey":"r","Text":"done","Count":3,
            "Big@odata.type":"Edm.Int64","Big":"9007199254740993","Ratio@odata.type":"Edm.Double","Ratio":0.5,
            "At@odata.type":"Edm.DateTime","At":"2026-11-20T20:00:00.0000000Z",
            "Ref@odata.type":"Edm.Guid","Ref":"3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            "Blob@odata.type":"Edm.Binary","Blob":"AAEC","Ok":true,"WriteRequestId":"MARK"}
            """.ReplaceLineEndings("").Replace("MARK", request.Headers["x-ms-client-request-id"], StringComparison.Ordinal),
            request.Body);
    }

    [Fact]
    public async Task Conditions_are_sent_as_they_were_read()
    {
        var etag = new ETag("W/\"datetime'2026-11-20T20%3A40%3A31.4576827Z'\"");
        _far.Answers(204).Answers(204).Answers(204).Answers(204);

        await _table.UpdateEntityAsync(new TableEntity("t1", "it's %"), etag, TableUpdateMode.Replace);
        await _table.UpdateEntityAsync(new TableEntity("t1", "it's %"), ETag.All, TableUpdateMode.Merge);
        await _table.UpsertEntityAsync(new TableEntity("t1", "it's %"), TableUpdateMode.Replace);
        await _table.DeleteEntityAsync("t1", "it's %", etag);

        Assert.Equal(
            [
                $"PUT {Entity} W/\"datetime'2026-11-20T20%3A40%3A31.4576827Z'\"",
                $"PATCH {Entity} *",
                $"PUT {Entity} none",
                $"DELETE {Entity} W/\"datetime'2026-11-20T20%3A40%3A31.4576827Z'\"",
            ],
            _far.Requests.Select(r => $"{r.Method} {r.Uri} {r.Headers.GetValueOrDefault("If-Match", "none")}"));
    }

    [Fact]
    public async Task Query_goes_on_over_an_empty_page_until_no_header_says_so()
    {
        _far.Answers(200, """{"value":[{"PartitionKey":"t1","RowKey":"a","odata.etag":"W/\"1\""}]}""", headers:
            [("x-ms-continuation-NextPartitionKey", "1!4!dDE="), ("x-ms-continuation-NextRowKey", "1!4!Yg+/")])
            .Answers(200, """{"value":[]}""", headers: [("x-ms-continuation-NextPartitionKey", "1!4!dDI=")])
            .Answers(200, """{"value":[{"PartitionKey":"t2","RowKey":"b"}]}""");

        var rows = await _table.QueryAsync(TableFilter.Create($"A eq {"x&y"}"), maxPerPage: 1).ToListAsync();

        Assert.Equal(["a", "b"], rows.Select(r => r.RowKey));
        Assert.Equal(new ETag("W/\"1\""), rows[0].ETag);
        const string First = "https://contoso.table.core.windows.net/Rounds()?$filter=A%20eq%20%27x%26y%27&$top=1";
        Assert.Equal(
            [First, First + "&NextPartitionKey=1%214%21dDE%3D&NextRowKey=1%214%21Yg%2B%2F", First + "&NextPartitionKey=1%214%21dDI%3D"],
            _far.Requests.Select(r => r.Uri));
    }

    [Theory]
    [InlineData(404, "<html>not here</html>", null)]
    [InlineData(404, "", null)]
    [InlineData(409, """{"odata.error":{"code":"TableBeingDeleted"}}""", "TableBeingDeleted")]
    [InlineData(403, "\uFEFF<?xml version=\"1.0\"?><m:error xmlns:m=\"m\"><m:code>AuthenticationFailed</m:code></m:error>", "AuthenticationFailed")]
    [InlineData(400, """{"odata.error":[]}""", null)]
    [InlineData(400, "[[[", null)]
    public async Task Whatever_is_not_the_expected_conflict_is_an_error_even_for_the_try_forms(int status, string body, string? code)
    {
        foreach (var attempt in new Func<Task>[]
        {
            () => _table.TryAddEntityAsync(new TableEntity("p", "r")),
            () => _table.TryUpdateEntityAsync(new TableEntity("p", "r"), ETag.All),
            () => _table.TryDeleteEntityAsync("p", "r", ETag.All),
            () => _table.TrySubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]),
            () => _table.GetEntityIfExistsAsync("p", "r"),
        })
        {
            _far.Answers(status, body, "text/plain");
            var failed = await Assert.ThrowsAnyAsync<RequestFailedException>(attempt);
            Assert.Equal((status, code), (failed.Status, failed.ErrorCode));
        }
    }

    [Fact]
    public async Task Busy_service_is_asked_again_with_a_signature_of_that_moment()
    {
        _far.Refuses(503, "ServerBusy").Answers(204);
        var clock = new StandingClock(s_now, step: TimeSpan.FromMinutes(1));
        var table = new TableServiceClient("AccountName=contoso;AccountKey=a2V5", clock, _far.Options).GetTableClient("Rounds");

        await table.UpsertEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(
            ["Fri, 20 Nov 2026 20:00:00 GMT", "Fri, 20 Nov 2026 20:01:00 GMT"], _far.Requests.Select(r => r.Headers["x-ms-date"]));
        Assert.Equal(2, _far.Requests.Select(r => r.Headers["Authorization"]).Distinct().Count());
    }

    [Fact]
    public async Task Failure_names_the_table_and_the_request_and_repeats_nothing_else()
    {
        _far.Answers(
            400,
            """{"odata.error":{"code":"InvalidInput","message":{"value":"0:bad value 'what she wrote'"}}}""",
            headers: ("x-ms-request-id", "5d2e"));

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() =>
            _table.AddEntityAsync(new TableEntity("team", "member") { ["Answer"] = "what she wrote" }));

        Assert.Equal("Add on table Rounds was answered 400 InvalidInput (request id 5d2e).", failed.Message);
        Assert.DoesNotContain("she wrote", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_breaks_a_rule_is_sent()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _table.AddEntityAsync(new TableEntity("a/b", "r")));
        await Assert.ThrowsAsync<ArgumentException>(() => _table.UpsertEntityAsync(new TableEntity("p", "r") { ["a-b"] = 1 }));
        await Assert.ThrowsAsync<ArgumentException>(() => _table.UpdateEntityAsync(new TableEntity("p", "r"), default));
        await Assert.ThrowsAsync<ArgumentException>(() => _table.DeleteEntityAsync("p", "r?", ETag.All));
        await Assert.ThrowsAsync<ArgumentException>(() => _table.GetEntityAsync("p", "r", ["A,B"]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _table.QueryAsync(maxPerPage: 1001).ToListAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => _table.SubmitTransactionAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(() => _table.SubmitTransactionAsync(
            Enumerable.Range(0, 30).Select(i => new TableTransactionAction(TableTransactionActionType.Add, Heavy(i)))));

        Assert.Empty(_far.Requests);
    }

    // Within the limit of one entity, but thirty of them are more than a transaction holds.
    private static TableEntity Heavy(int row) => new("p", $"{row}") { ["A"] = new byte[65_536], ["B"] = new byte[65_536] };
}
