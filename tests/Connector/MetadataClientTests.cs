using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Moq;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Connector;

public sealed class MetadataClientTests
{
    [Theory]
    [InlineData("https://login.botframework.com/v1/.well-known/keys", true)]
    [InlineData("http://127.0.0.1:5000/keys", true)]
    [InlineData("http://login.botframework.com/v1/.well-known/keys", false)]
    [InlineData("http://10.0.0.5/keys", false)]
    [InlineData("ftp://127.0.0.1/keys", false)]
    public async Task Keys_come_over_https_or_from_this_machine(string keysAddress, bool expected)
    {
        var client = new MetadataClient(Web(keysAddress), Options.Create(new ConnectorOptions()));
        if (expected) Assert.Equal("key-1", Assert.Single(await client.FetchAsync(default)).Kid);
        else await Assert.ThrowsAsync<JsonException>(() => client.FetchAsync(default));
    }

    private static IHttpClientFactory Web(string keysAddress) =>
        Mock.Of<IHttpClientFactory>(factory => factory.CreateClient(It.IsAny<string>()) == new HttpClient(new Documents(keysAddress)));

    private sealed class Documents(string keysAddress) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var json = request.RequestUri!.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal)
                ? new JsonObject { ["keys"] = new JsonArray(new TestKey("key-1").Public("msteams")) }
                : new JsonObject { ["jwks_uri"] = keysAddress };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json.ToJsonString()) });
        }
    }
}
