using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Diagnostics;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

[Collection(AzuriteCollection.Name)]
public sealed class CredentialTests(Azurite azurite) : IDisposable
{
    private readonly FarSide _far = new();

    public void Dispose() => _far.Dispose();

    [Fact]
    public async Task Wrong_key_is_refused_by_the_emulator_with_the_code_of_an_xml_body()
    {
        var wrong = azurite.ConnectionString.Replace("Eby8", "Abcd", StringComparison.Ordinal);
        var table = new TableServiceClient(wrong, TimeProvider.System).GetTableClient("Rounds");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync("p", "r"));

        Assert.Equal((403, "AuthorizationFailure"), (refused.Status, refused.ErrorCode));
        Assert.DoesNotContain("Abcd", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emulator_takes_a_signature_of_any_time_so_that_tests_may_move_theirs()
    {
        var clock = new StandingClock(new DateTimeOffset(2031, 5, 5, 5, 5, 5, TimeSpan.Zero));
        var table = new TableServiceClient(azurite.ConnectionString, clock).GetTableClient((await azurite.CreateTableAsync()).Name);

        Assert.True(await table.TryAddEntityAsync(new TableEntity("p", "r")));
    }

    [Fact]
    public async Task Shared_access_signature_is_accepted_by_the_emulator_for_every_kind_of_request()
    {
        var table = new TableServiceClient(SasEndpoint(), TimeProvider.System).GetTableClient(
            (await azurite.CreateTableAsync()).Name);

        await table.AddEntityAsync(new TableEntity("p", "it's"));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "b"))]);

        Assert.NotNull(await table.GetEntityIfExistsAsync("p", "it's", ["A"]));
        Assert.Equal(2, await table.QueryAsync(TableFilter.Create($"PartitionKey eq {"p"}"), maxPerPage: 1).CountAsync());
    }

    [Fact]
    public async Task Shared_access_signature_goes_unchanged_and_once_however_often_we_try()
    {
        _far.Refuses(503, "ServerBusy").Refuses(500, "OperationTimedOut").Answers(204);
        var table = new TableServiceClient(
            "TableEndpoint=https://contoso.table.core.windows.net;SharedAccessSignature=sv=2020-12-06&sp=raud&sig=a%2Bb%3D",
            TimeProvider.System,
            _far.Options).GetTableClient("Rounds");

        await table.DeleteEntityAsync("p", "r", ETag.All);

        Assert.Equal(3, _far.Requests.Count);
        Assert.All(_far.Requests, request =>
        {
            Assert.Equal(
                "https://contoso.table.core.windows.net/Rounds(PartitionKey=%27p%27,RowKey=%27r%27)?sv=2020-12-06&sp=raud&sig=a%2Bb%3D",
                request.Uri);
            Assert.DoesNotContain("Authorization", request.Headers);
        });
    }

    [Fact]
    public async Task Token_is_asked_for_storage_and_sent_as_bearer()
    {
        _far.Answers(204);
        var credential = new OneToken();
        var table = new TableServiceClient(
            new Uri("https://contoso.table.core.windows.net"), credential, TimeProvider.System, _far.Options).GetTableClient("Rounds");

        await table.DeleteEntityAsync("p", "r", ETag.All);

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal("Bearer one-token", Assert.Single(_far.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task Token_never_goes_over_plain_http()
    {
        var table = new TableServiceClient(
            new Uri("http://contoso.example"), new OneToken(), TimeProvider.System, _far.Options).GetTableClient("Rounds");

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.DeleteEntityAsync("p", "r", ETag.All));

        Assert.Empty(_far.Requests);
    }

    [Fact]
    public async Task Log_of_the_pipeline_shows_no_signature_no_filter_and_no_content()
    {
        var log = new ConcurrentQueue<string>();
        using var listener = new AzureEventSourceListener((_, text) => log.Enqueue(text), EventLevel.Verbose);
        _far.Answers(204).Answers(200, """{"value":[{"PartitionKey":"p","RowKey":"r","Answer":"what-she-wrote"}]}""");
        var table = new TableServiceClient(
            new Uri("https://logged.table.core.windows.net/?sv=2020-12-06&sig=the-signature"), TimeProvider.System, _far.Options)
            .GetTableClient("Rounds");

        await table.AddEntityAsync(new TableEntity("p", "r") { ["Answer"] = "what-she-wrote" });
        await table.QueryAsync(TableFilter.Create($"Answer eq {"what-she-wrote"}")).ToListAsync();

        Assert.Contains(log, text => text.Contains("logged.table.core.windows.net/Rounds?sv=REDACTED&sig=REDACTED", StringComparison.Ordinal));
        Assert.DoesNotContain(log, text => text.Contains("the-signature", StringComparison.Ordinal));
        Assert.DoesNotContain(log, text => text.Contains("what-she-wrote", StringComparison.Ordinal));
    }

    // An account signature for tables (version 2019-07-07), as a person would make it in the portal.
    private Uri SasEndpoint()
    {
        var parts = azurite.ConnectionString.Split(';').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        string[] lines = ["devstoreaccount1", "raud", "t", "sco", "", "2099-01-01T00:00:00Z", "", "http,https", "2019-07-07", ""];
        var signature = HMACSHA256.HashData(
            Convert.FromBase64String(parts["AccountKey"]), Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return new Uri(parts["TableEndpoint"] + "?sv=2019-07-07&ss=t&srt=sco&sp=raud&se=2099-01-01T00%3A00%3A00Z&spr=http,https&sig="
            + Uri.EscapeDataString(Convert.ToBase64String(signature)));
    }

    private sealed class OneToken : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new(new AccessToken("one-token", TimeProvider.System.GetUtcNow().AddHours(1)));
        }
    }
}
