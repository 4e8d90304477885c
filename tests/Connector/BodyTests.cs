using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Connector;

public sealed class BodyTests : IAsyncLifetime
{
    private ConnectorWorld world = null!;

    public async Task InitializeAsync() => world = await ConnectorWorld.StartAsync([("Connector:ConcurrentPerTenant", "2")]);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":null}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":7}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\"} x", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"type\":\"invoke\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"conversation\":\"a:1\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"membersAdded\":{}}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"value\":{\"a\":1,\"a\":2}}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"value\":\"\\ud800\"}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\",\"attachments\":[{\"content\":{\"a\":1,\"a\":2}}]}", HttpStatusCode.BadRequest)]
    [InlineData("{\"type\":\"message\"}", HttpStatusCode.OK)]
    [InlineData("{\"type\":\"message\",\"unheardOf\":{\"x\":[1]}}", HttpStatusCode.OK)]
    [InlineData("{\"type\":\"typing\"}", HttpStatusCode.Accepted)]
    [InlineData("{\"type\":\"Message\"}", HttpStatusCode.Accepted)]
    [InlineData("{\"type\":\"invoke\",\"name\":\"unheardOf\"}", HttpStatusCode.NotImplemented)]
    public async Task Each_body_has_its_answer(string body, HttpStatusCode expected)
    {
        using var response = await world.SendAsync(null, ConnectorWorld.JsonBody(body));
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Gaps_in_lists_do_not_reach_the_handler()
    {
        using var response = await world.SendAsync(null, ConnectorWorld.JsonBody("{\"type\":\"message\",\"entities\":[null],\"membersAdded\":[null,{\"id\":\"29:1\"}]}"));
        var activity = Assert.Single(world.Handler.Seen);
        Assert.Empty(activity.Entities!);
        Assert.Equal("29:1", Assert.Single(activity.MembersAdded!).Id);
    }

    [Theory]
    [InlineData(31, HttpStatusCode.OK)]
    [InlineData(32, HttpStatusCode.BadRequest)]
    [InlineData(200_000, HttpStatusCode.BadRequest)]
    public async Task Nesting_ends_at_32(int depth, HttpStatusCode expected)
    {
        var value = new string('[', depth) + new string(']', depth);
        using var response = await world.SendAsync(null, ConnectorWorld.JsonBody($"{{\"type\":\"message\",\"value\":{value}}}"));
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task What_is_not_said_to_be_JSON_in_UTF8_is_400(string? contentType)
    {
        using var body = new ByteArrayContent("{\"type\":\"message\"}"u8.ToArray());
        if (contentType is not null) body.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var response = await world.SendAsync(null, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Other_encodings_and_compression_are_400()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await RawAsync(Encoding.Unicode.GetBytes("{\"type\":\"message\"}")));
        Assert.Equal(HttpStatusCode.BadRequest, await RawAsync([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]));
        Assert.Equal(HttpStatusCode.BadRequest, await RawAsync([.. "{\"type\":\"message\",\"value\":{\"a\":\""u8, 0xC3, 0x28, .. "\"}}"u8]));
        Assert.Equal(HttpStatusCode.BadRequest, await RawAsync([.. "{\"type\":\"message\",\"unheardOf\":\""u8, 0xFF, .. "\"}"u8]));
        Assert.Equal(HttpStatusCode.BadRequest, await RawAsync([0xEF, 0xBB, 0xBF, .. "{\"type\":\"message\"}"u8]));
        Assert.Equal(HttpStatusCode.BadRequest, await RawAsync([.. "{\"type\":\"message\"}"u8], "gzip"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_2_MB_is_413(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = ConnectorWorld.JsonBody($"{{\"type\":\"message\",\"text\":\"{new string('x', 2 * 1024 * 1024)}\"}}");
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;
        using var response = await world.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(world.Handler.Seen);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_408()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, world.Http.BaseAddress!.Port);
        await socket.GetStream().WriteAsync("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        await world.Clock.SomebodyWaitsAsync(TimeSpan.FromSeconds(10));
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        using var answer = new StreamReader(socket.GetStream());
        Assert.Equal("HTTP/1.1 408 Request Timeout", await answer.ReadLineAsync());
    }

    [Fact]
    public async Task A_noisy_tenant_is_429_and_the_others_are_not()
    {
        var hold = new TaskCompletionSource<InvokeResponse?>();
        world.Handler.Answer = activity => activity.TenantId == "noisy" ? hold.Task : Task.FromResult<InvokeResponse?>(null);
        var held = new[] { PostAsync("noisy"), PostAsync("noisy") };
        while (world.Handler.Seen.Count < 2) await Task.Yield();
        using var refused = await PostAsync("noisy");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("1", refused.Headers.RetryAfter!.ToString());
        using var other = await PostAsync("quiet");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        hold.SetResult(null);
        Assert.All(await Task.WhenAll(held), response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        using var later = await PostAsync("noisy");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_its_body()
    {
        world.Handler.Answer = _ => Task.FromResult<InvokeResponse?>(InvokeResponse.Message("Gemt æøå"));
        using var response = await world.SendAsync(null, ConnectorWorld.JsonBody("{\"type\":\"invoke\"}"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(200, (int)body["statusCode"]!);
        Assert.Equal("Gemt æøå", (string?)body["value"]);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("invoke")]
    public async Task A_handler_that_fails_is_500_and_its_words_are_not_logged(string type)
    {
        world.Handler.Answer = _ => throw new IOException("what the leader wrote");
        using var response = await world.SendAsync(null, ConnectorWorld.JsonBody($"{{\"type\":\"{type}\",\"id\":\"17\\r\\n42\"}}"));
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Contains(world.Log.Lines, line => line.StartsWith($"Error: Handling {type} - failed with System.IO.IOException. MS-CV -.", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("leader wrote", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_methods_and_paths_are_not_there()
    {
        using var get = await world.Http.GetAsync(new Uri("/api/messages", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Theory]
    [InlineData("Host", "bot.example")]
    [InlineData("Host", "127.0.0.1.bot.example")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    public async Task Without_authentication_a_tunnel_does_not_count_as_this_machine(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = ConnectorWorld.JsonBody("{\"type\":\"message\"}") };
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await world.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private async Task<HttpStatusCode> RawAsync(byte[] bytes, string? encoding = null)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (encoding is not null) body.Headers.ContentEncoding.Add(encoding);
        using var response = await world.SendAsync(null, body);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> PostAsync(string tenant) =>
        world.SendAsync(null, ConnectorWorld.JsonBody($"{{\"type\":\"message\",\"conversation\":{{\"tenantId\":\"{tenant}\"}}}}"));
}
