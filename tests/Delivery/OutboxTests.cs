using System.Text.Json.Nodes;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Delivery;

/// <summary>Each card once, whatever the platform answers and however often the service restarts.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class OutboxTests(Azurite azurite) : IAsyncLifetime
{
    private DeliveryWorld world = null!;

    public async Task InitializeAsync() => world = await DeliveryWorld.StartAsync(azurite);

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_card_goes_to_a_new_conversation_with_its_person()
    {
        await OpenAsync("a:anna", (201, """{"id":"173"}"""));
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna", "Blåbær")], default);
        Assert.Equal("anna: Sent", await world.SettledAsync());
        Assert.Contains("29:anna", Assert.Single(world.Opened).Body, StringComparison.Ordinal);
        var sent = Assert.Single(world.Sent);
        Assert.Equal("/v3/conversations/a%3Aanna/activities", sent.Target);
        Assert.Equal("Blåbær", (string?)JsonNode.Parse(sent.Body)!["attachments"]![0]!["content"]!["text"]);
        Assert.Equal("173", Assert.Single(await world.Outbox.DeliveriesAsync(DeliveryWorld.Batch, default)).MessageId);
    }

    [Fact]
    public async Task Enqueued_again_is_sent_once()
    {
        await OpenAsync("a:anna", (201, """{"id":"173"}"""));
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna", "først")], default);
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna", "så")], default);
        await world.SettledAsync();
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna", "igen")], default);
        await world.MoveAsync(TimeSpan.FromSeconds(15));
        Assert.Contains("først", Assert.Single(world.Sent).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttled_waits_as_long_as_it_is_told()
    {
        await OpenAsync("a:anna", (429, Error("Throttled")), (201, """{"id":"173"}"""));
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna")], default);
        await world.MoveAsync(TimeSpan.FromSeconds(35));
        Assert.Single(world.Sent);
        Assert.Equal("anna: Sent", await world.SettledAsync());
        Assert.Equal(2, world.Sent.Count);
        Assert.InRange(world.Clock.GetUtcNow(), Connector.ConnectorWorld.Start.AddSeconds(40), Connector.ConnectorWorld.Start.AddSeconds(75));
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"ForbiddenOperationException"}}""", "Unreachable NotInstalled")]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", "Unreachable NotInstalled")]
    [InlineData(403, """{"error":{"code":"ConversationBlockedByUser"}}""", "Unreachable Blocked")]
    [InlineData(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""", "Unreachable Blocked")]
    [InlineData(404, """{"error":{"code":"MemberNotFoundInConversation"}}""", "Unreachable Left")]
    [InlineData(400, """{"error":{"code":"BadSyntax"}}""", "GivenUp BadSyntax")]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", "GivenUp MessageSizeTooBig")]
    [InlineData(500, """{"error":{"code":"ServiceError"}}""", "GivenUp ServiceError")]
    public async Task A_refusal_is_not_repeated_and_its_reason_is_kept(int status, string body, string outcome)
    {
        await OpenAsync("a:anna", (status, body));
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna")], default);
        Assert.Equal("anna: " + outcome, await world.SettledAsync());
        await world.MoveAsync(TimeSpan.FromSeconds(15));
        Assert.Single(world.Sent);
    }

    [Fact]
    public async Task A_forgotten_conversation_is_opened_again()
    {
        world.Far.Answer(404, Error("ConversationNotFound"));
        await OpenAsync("a:new", (201, """{"id":"173"}"""));
        await world.Addresses.RememberAsync("tenant", "anna", new ConversationReference(world.Far.Address, "a:old"), default);
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna")], default);
        Assert.Equal("anna: Sent", await world.SettledAsync());
        Assert.Equal(["/v3/conversations/a%3Aold/activities", "/v3/conversations/a%3Anew/activities"], world.Sent.Select(sent => sent.Target));
    }

    [Fact]
    public async Task A_known_conversation_is_not_opened_again()
    {
        world.Far.Answer(201, """{"id":"173"}""");
        await world.RunAsync();
        await world.Addresses.RememberAsync("tenant", "anna", new ConversationReference(world.Far.Address, "a:known"), default);
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna")], default);
        Assert.Equal("anna: Sent", await world.SettledAsync());
        Assert.Empty(world.Opened);
    }

    [Fact]
    public async Task What_comes_too_late_is_not_sent()
    {
        await OpenAsync("a:anna", (201, """{"id":"173"}"""));
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna", notAfter: world.Clock.GetUtcNow())], default);
        Assert.Equal("anna: Expired", await world.SettledAsync());
        Assert.Empty(world.Sent);
    }

    [Fact]
    public async Task After_a_restart_what_was_pending_is_sent_and_nothing_else()
    {
        await OpenAsync("a:anna", (201, """{"id":"173"}"""), (503, Error("Busy")), (201, """{"id":"174"}"""));
        await world.Addresses.RememberAsync("tenant", "bo", new ConversationReference(world.Far.Address, "a:bo"), default);
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna")], default);
        await world.SettledAsync();
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("bo")], default);
        while (world.Sent.Count < 2)
            await world.MoveAsync(TimeSpan.FromSeconds(1));
        await world.RestartAsync();
        Assert.Equal("anna: Sent, bo: Sent", await world.SettledAsync());
        Assert.Single(world.Sent, sent => sent.Target.Contains("anna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_everything_is_sent_the_cards_themselves_are_kept_no_longer()
    {
        await OpenAsync("a:anna", (201, """{"id":"173"}"""));
        await world.Outbox.EnqueueAsync(DeliveryWorld.Batch, [world.To("anna", "meget personligt")], default);
        await world.SettledAsync();
        await world.MoveAsync(TimeSpan.FromSeconds(15));
        Assert.DoesNotContain("meget personligt", await world.StoredAsync(), StringComparison.Ordinal);
        Assert.Contains("29:anna", await world.StoredAsync(), StringComparison.Ordinal);
    }

    private static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}"}}""";

    // The first call opens the conversation, those that follow post into it; a 429 asks for forty seconds.
    private async Task OpenAsync(string conversation, params (int Status, string Body)[] answers)
    {
        world.Far.Answer(201, $$"""{"id":"{{conversation}}"}""");
        foreach (var (status, body) in answers)
            world.Far.Answer(status, body, status == 429 ? "40" : null);
        await world.RunAsync();
    }
}
