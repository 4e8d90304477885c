using System.Text.Json.Nodes;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Connector;

/// <summary>What goes over the wire: method, escaped path, headers and body of every operation.</summary>
public sealed class OutboundRequestTests : IAsyncLifetime
{
    private ConnectorWorld world = null!;

    public async Task InitializeAsync() => world = await ConnectorWorld.WithAuthenticationAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private ConversationReference Thread => new(new Uri(world.Far.Address, "/emea/t/"), "19:abc@thread.tacv2;messageid=173/../x?y#z");

    [Fact]
    public async Task Send_posts_the_activity()
    {
        await world.Client.SendToConversationAsync(Thread, Activity.WithText("hej"), default);
        var asked = Assert.Single(world.Far.Calls);
        Assert.Equal("POST /emea/t/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D173%2F..%2Fx%3Fy%23z/activities", $"{asked.Method} {asked.Target}");
        Assert.Equal("Bearer bot-token-1", asked.Authorization);
        Assert.Equal("application/json; charset=utf-8", asked.ContentType);
        Assert.Equal("{\"type\":\"message\",\"text\":\"hej\",\"textFormat\":\"plain\"}", asked.Body);
    }

    [Fact]
    public async Task Send_once_posts_the_bytes_as_they_are()
    {
        await world.Client.SendOnceAsync(world.Chat, "{ \"as\": \"is\" }"u8.ToArray(), default);
        Assert.Equal("{ \"as\": \"is\" }", Assert.Single(world.Far.Calls).Body);
    }

    [Fact]
    public async Task Reply_posts_below_the_message()
    {
        await world.Client.ReplyAsync(world.Chat, "17:3", Activity.WithText("hej"), default);
        var asked = Assert.Single(world.Far.Calls);
        Assert.Equal("POST /v3/conversations/a%3A1aino/activities/17%3A3", $"{asked.Method} {asked.Target}");
        Assert.Equal("17:3", (string?)JsonNode.Parse(asked.Body)!["replyToId"]);
    }

    [Fact]
    public async Task Update_puts_the_whole_message()
    {
        await world.Client.UpdateActivityAsync(world.Chat, "173", Activity.WithCard(new JsonObject { ["type"] = "AdaptiveCard" }, "kort"), default);
        var asked = Assert.Single(world.Far.Calls);
        Assert.Equal("PUT /v3/conversations/a%3A1aino/activities/173", $"{asked.Method} {asked.Target}");
        Assert.Equal("AdaptiveCard", (string?)JsonNode.Parse(asked.Body)!["attachments"]![0]!["content"]!["type"]);
    }

    [Fact]
    public async Task Create_conversation_names_the_bot_and_one_member()
    {
        world.Far.Answer(201, "{\"id\":\"a:1new\"}");
        var verdict = await world.Client.CreateConversationAsync(world.Far.Address, ConnectorWorld.Tenant, "28:bot", "29:1", default);
        Assert.Equal("a:1new", verdict.Value);
        var asked = Assert.Single(world.Far.Calls);
        Assert.Equal("POST /v3/conversations", $"{asked.Method} {asked.Target}");
        Assert.Equal("{\"isGroup\":false,\"tenantId\":\"11111111-2222-3333-4444-555555555555\",\"bot\":{\"id\":\"28:bot\"},\"members\":[{\"id\":\"29:1\"}]}", asked.Body);
    }

    [Fact]
    public async Task A_roster_is_the_channels_and_comes_in_pages()
    {
        world.Far.Answer(200, "{\"continuationToken\":\"a b\",\"members\":[{\"id\":\"29:1\",\"name\":\"Leder\",\"aadObjectId\":\"o\"},null,{\"name\":\"x\"}]}");
        world.Far.Answer(200, "{\"members\":null}");
        var first = (await world.Client.GetPagedMembersAsync(Thread, null, 200, default)).Value!;
        var second = (await world.Client.GetPagedMembersAsync(Thread, first.ContinuationToken, 7, default)).Value!;
        Assert.Equal("29:1", Assert.Single(first.Members).Id);
        Assert.Empty(second.Members);
        Assert.Null(second.ContinuationToken);
        Assert.Equal(
            [
                "/emea/t/v3/conversations/19%3Aabc%40thread.tacv2/pagedmembers?pageSize=200",
                "/emea/t/v3/conversations/19%3Aabc%40thread.tacv2/pagedmembers?pageSize=50&continuationToken=a%20b",
            ],
            world.Far.Calls.Select(asked => asked.Target));
    }

    [Fact]
    public async Task A_member_and_a_team_are_looked_up_by_their_escaped_ids()
    {
        world.Far.Answer(200, "{\"id\":\"19:x\",\"name\":\"Nord\",\"memberCount\":12}");
        var team = await world.Client.GetTeamAsync(world.Far.Address, "19:x@thread.tacv2", default);
        Assert.Equal("Nord", team.Value!.Name);
        await world.Client.GetMemberAsync(Thread, "29:a/b", default);
        Assert.Equal(
            ["/v3/teams/19%3Ax%40thread.tacv2", "/emea/t/v3/conversations/19%3Aabc%40thread.tacv2/members/29%3Aa%2Fb"],
            world.Far.Calls.Select(asked => asked.Target));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_change_the_path_is_not_sent(string id)
    {
        var verdict = await world.Client.UpdateActivityAsync(world.Chat, id, Activity.WithText("hej"), default);
        Assert.Equal(new Verdict<string>(VerdictKind.Rejected, Code: "InvalidId"), verdict);
        Assert.Empty(world.Far.Calls);
    }
}
