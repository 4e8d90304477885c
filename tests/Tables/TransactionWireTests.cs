using System.Text;
using Azure;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

/// <summary>The multipart body and its answer, literally.</summary>
public sealed class TransactionWireTests : IDisposable
{
    private readonly FarSide _far = new();
    private readonly TableClient _table;

    public TransactionWireTests() => _table = new TableServiceClient(
        "AccountName=contoso;AccountKey=a2V5", TimeProvider.System, _far.Options).GetTableClient("Rounds");

    public void Dispose() => _far.Dispose();

    [Fact]
    public async Task Body_is_one_changeset_of_whole_requests()
    {
        Succeed(2);

        await _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("t1", "a") { ["V"] = "æ" }),
            new(TableTransactionActionType.Delete, new TableEntity("t1", "b"), new ETag("W/\"datetime'x%3A'\"")),
        ]);

        var request = Assert.Single(_far.Requests);
        Assert.Equal(("POST", "https://contoso.table.core.windows.net/$batch"), (request.Method, request.Uri));
        Assert.Equal("multipart/mixed; boundary=batch_reflectionbot", request.Headers["Content-Type"]);
        Assert.Equal(
            """
            --batch_reflectionbot
            Content-Type: multipart/mixed; boundary=changeset_reflectionbot

            --changeset_reflectionbot
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST https://contoso.table.core.windows.net/Rounds HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0;
            Prefer: return-no-content
            Content-Type: application/json

            {"PartitionKey":"t1","RowKey":"a","V":"æ","WriteRequestId":"MARK"}
            --changeset_reflectionbot
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE https://contoso.table.core.windows.net/Rounds(PartitionKey=%27t1%27,RowKey=%27b%27) HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0;
            If-Match: W/"datetime'x%3A'"


            --changeset_reflectionbot--
            --batch_reflectionbot--

            """.ReplaceLineEndings("\r\n").Replace("MARK", request.Headers["x-ms-client-request-id"], StringComparison.Ordinal),
            request.Body);
    }

    [Fact]
    public async Task Each_entity_gets_the_etag_of_its_own_part()
    {
        Succeed(2);
        var (a, b) = (new TableEntity("p", "a"), new TableEntity("p", "b"));

        await _table.SubmitTransactionAsync([new(TableTransactionActionType.Add, a), new(TableTransactionActionType.UpsertMerge, b)]);

        Assert.Equal(("W/\"0\"", "W/\"1\""), (a.ETag.ToString("H"), b.ETag.ToString("H")));
    }

    [Theory]
    [InlineData(409, "EntityAlreadyExists", "7:The specified entity already exists.", 7)]
    [InlineData(400, "InvalidInput", "The batch makes no sense: 3", null)]
    [InlineData(413, "RequestBodyTooLarge", "", null)]
    public async Task Refusal_is_read_from_the_single_part(int status, string code, string text, int? index)
    {
        _far.Answers(202, Multipart(
            $$$$"""
            HTTP/1.1 {{{{status}}}} Refused
            Content-ID: 8
            Content-Type: application/json;odata=minimalmetadata

            {"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{text}}}}\nRequestId:1"}}}
            """));

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(Adds(2)));

        Assert.Equal((status, code, index), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task Answer_with_a_part_too_few_is_not_taken_for_a_success()
    {
        Succeed(1);

        await Assert.ThrowsAsync<InvalidDataException>(() => _table.SubmitTransactionAsync(Adds(2)));
    }

    [Fact]
    public async Task Missing_resource_is_a_conflict_and_a_missing_table_is_not()
    {
        _far.Answers(202, Multipart("HTTP/1.1 404 Not Found\n\n{\"odata.error\":{\"code\":\"ResourceNotFound\"}}"));
        Assert.False(await _table.TrySubmitTransactionAsync(Adds(1)));

        _far.Answers(202, Multipart("HTTP/1.1 404 Not Found\n\n{\"odata.error\":{\"code\":\"TableNotFound\"}}"));
        await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.TrySubmitTransactionAsync(Adds(1)));
    }

    private static TableTransactionAction[] Adds(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i}")))];

    private void Succeed(int parts) => _far.Answers(202, Multipart(
        [.. Enumerable.Range(0, parts).Select(i => $"HTTP/1.1 204 No Content\nX-Content-Type-Options: nosniff\nETag: W/\"{i}\"\n\n")]));

    private static string Multipart(params string[] parts)
    {
        var body = new StringBuilder("--batchresponse_1\nContent-Type: multipart/mixed; boundary=changesetresponse_2\n\n");
        foreach (var part in parts)
            body.Append("--changesetresponse_2\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\n").Append(part).Append('\n');
        return body.Append("--changesetresponse_2--\n--batchresponse_1--\n").ToString().ReplaceLineEndings("\r\n");
    }
}
