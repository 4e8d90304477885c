using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Connector;

/// <summary>Every row of the platform's error table, and the attempts that each kind of operation makes.</summary>
public sealed class OutboundVerdictTests : IAsyncLifetime
{
    private static readonly Activity Hello = Activity.WithText("hej");

    private ConnectorWorld world = null!;

    public async Task InitializeAsync() => world = await ConnectorWorld.WithAuthenticationAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData(200, "{\"id\":\"173\"}", "173")]
    [InlineData(201, "{\"id\":\"173\",\"unheardOf\":1}", "173")]
    [InlineData(202, "", null)]
    [InlineData(200, "{}", null)]
    [InlineData(200, "<html>ok</html>", null)]
    [InlineData(200, "{\"id\":173}", null)]
    public async Task Success_is_sent_with_the_id_if_there_is_one(int status, string body, string? id)
    {
        world.Far.Answer(status, body);
        var verdict = await world.Client.SendOnceAsync(world.Chat, "{\"type\":\"message\"}"u8.ToArray(), default);
        Assert.Equal(new Verdict<string>(VerdictKind.Sent, id), verdict);
    }

    [Theory]
    [InlineData(400, "Bad Argument")]
    [InlineData(400, "BadSyntax")]
    [InlineData(403, "InvalidBotApiHost")]
    [InlineData(404, "ActivityNotFoundInConversation")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(413, "RequestEntityTooLarge")]
    [InlineData(500, "ServiceError")]
    internal async Task What_is_wrong_is_rejected(int status, string code)
    {
        var verdict = await OnceAsync(status, Error(code));
        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
        Assert.Equal(code, verdict.Code);
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", UnreachableReason.DisabledByAdmin)]
    [InlineData(403, "BotNotInConversationRoster", UnreachableReason.NotInstalled)]
    [InlineData(403, "ForbiddenOperationException", UnreachableReason.NotInstalled)]
    [InlineData(403, "ConversationBlockedByUser", UnreachableReason.Blocked)]
    [InlineData(403, "NotEnoughPermissions", UnreachableReason.NotAllowed)]
    [InlineData(403, "SomethingNew", UnreachableReason.NotAllowed)]
    [InlineData(404, "ConversationNotFound", UnreachableReason.Left)]
    [InlineData(404, "MemberNotFoundInConversation", UnreachableReason.Left)]
    internal async Task Who_cannot_be_reached_is_unreachable(int status, string code, UnreachableReason reason)
    {
        var verdict = await OnceAsync(status, Error(code));
        Assert.Equal(new Verdict<string>(VerdictKind.Unreachable, Reason: reason, Code: code), verdict);
    }

    [Theory]
    [InlineData("{\"errorCode\":209,\"message\":\"{\\\"subCode\\\":\\\"MessageWritesBlocked\\\"}\"}", UnreachableReason.Blocked, "MessageWritesBlocked")]
    [InlineData("{\"errorCode\":209,\"message\":\"not json\"}", UnreachableReason.NotAllowed, "209")]
    [InlineData("{\"errorCode\":209}", UnreachableReason.NotAllowed, "209")]
    [InlineData("{\"error\":\"x\"}", UnreachableReason.NotAllowed, "403")]
    [InlineData("{\"error\":{\"code\":\"a\\nforged line\"}}", UnreachableReason.NotAllowed, "403")]
    [InlineData("[]", UnreachableReason.NotAllowed, "403")]
    [InlineData("<html>", UnreachableReason.NotAllowed, "403")]
    [InlineData("", UnreachableReason.NotAllowed, "403")]
    internal async Task The_other_shapes_of_a_403_are_read_too(string body, UnreachableReason reason, string code)
    {
        var verdict = await OnceAsync(403, body);
        Assert.Equal(new Verdict<string>(VerdictKind.Unreachable, Reason: reason, Code: code), verdict);
    }

    [Theory]
    [InlineData(412, "PreconditionFailed", null, null, false)]
    [InlineData(429, "Throttled", "7", 7, false)]
    [InlineData(429, "Throttled", "Fri, 20 Nov 2026 19:01:00 GMT", 60, false)]
    [InlineData(429, "Throttled", "Fri, 20 Nov 2026 18:00:00 GMT", 0, false)]
    [InlineData(429, "Throttled", "soon", null, false)]
    [InlineData(429, "Throttled", "999999999", 3600, false)]
    [InlineData(502, "BadGateway", null, null, false)]
    [InlineData(503, "ServiceUnavailable", "120", 120, false)]
    [InlineData(504, "GatewayTimeout", null, null, true)]
    public async Task What_may_go_better_later_is_retry(int status, string code, string? retryAfter, int? seconds, bool mayHaveArrived)
    {
        world.Far.Answer(status, Error(code), retryAfter);
        var verdict = await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        var wait = seconds is { } s ? TimeSpan.FromSeconds(s) : (TimeSpan?)null;
        Assert.Equal(new Verdict<string>(VerdictKind.Retry, RetryAfter: wait, Code: code, MayHaveArrived: mayHaveArrived), verdict);
        Assert.Single(world.Far.Calls);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        world.Far.Answers.Enqueue(context =>
        {
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        var verdict = await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        Assert.Equal(new Verdict<string>(VerdictKind.Rejected, Code: "Redirected"), verdict);
        Assert.Single(world.Far.Calls);
    }

    [Fact]
    public async Task A_dropped_connection_may_have_arrived_and_a_refused_one_has_not()
    {
        world.Far.Answers.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var dropped = await world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        Assert.Equal(new Verdict<string>(VerdictKind.Retry, Code: "ConnectionFailed", MayHaveArrived: true), dropped);
        var refused = await world.Client.SendOnceAsync(new ConversationReference(new Uri("http://127.0.0.1:1/"), "a:1"), "{}"u8.ToArray(), default);
        Assert.Equal(new Verdict<string>(VerdictKind.Retry, Code: "ConnectionFailed"), refused);
    }

    [Fact]
    public async Task No_answer_in_time_is_retry()
    {
        world.Far.Answers.Enqueue(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        await world.Tokens.GetAsync(default);
        var call = world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), default);
        await world.Clock.SomebodyWaitsAsync(TimeSpan.FromSeconds(15));
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(new Verdict<string>(VerdictKind.Retry, Code: "Timeout", MayHaveArrived: true), await call);
    }

    [Fact]
    public async Task Only_the_callers_own_cancellation_throws()
    {
        world.Far.Answers.Enqueue(context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        using var cancelled = new CancellationTokenSource();
        var call = world.Client.SendOnceAsync(world.Chat, "{}"u8.ToArray(), cancelled.Token);
        while (world.Far.Calls.IsEmpty) await Task.Yield();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task An_update_is_tried_four_times()
    {
        world.Far.Answer(503, Error("ServiceUnavailable"));
        var verdict = await world.PatientlyAsync(world.Client.UpdateActivityAsync(world.Chat, "173", Hello, default));
        Assert.Equal(VerdictKind.Retry, verdict.Kind);
        Assert.Equal(4, world.Far.Calls.Count);
    }

    [Fact]
    public async Task A_lookup_waits_as_long_as_it_is_told_and_gets_through()
    {
        world.Far.Answer(429, Error("Throttled"), "5");
        world.Far.Answer(200, "{\"id\":\"29:1\",\"objectId\":\"aaaaaaaa-0000-0000-0000-000000000001\"}");
        var verdict = await world.PatientlyAsync(world.Client.GetMemberAsync(world.Chat, "29:1", default));
        Assert.Equal("aaaaaaaa-0000-0000-0000-000000000001", verdict.Value!.ObjectId);
        Assert.InRange(world.Clock.GetUtcNow() - ConnectorWorld.Start, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_wait_longer_than_the_budget_is_handed_to_the_caller()
    {
        world.Far.Answer(429, Error("Throttled"), "31");
        var verdict = await world.Client.GetTeamAsync(world.Far.Address, "19:x@thread.tacv2", default);
        Assert.Equal(TimeSpan.FromSeconds(31), verdict.RetryAfter);
        Assert.Single(world.Far.Calls);
    }

    [Theory]
    [InlineData(504, 2)]
    [InlineData(503, 4)]
    [InlineData(500, 1)]
    public async Task A_new_message_that_may_have_arrived_is_sent_at_most_once_more(int status, int calls)
    {
        world.Far.Answer(status);
        await world.PatientlyAsync(world.Client.SendToConversationAsync(world.Chat, Hello, default));
        Assert.Equal(calls, world.Far.Calls.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task A_lookup_that_holds_nothing_is_not_taken_for_an_answer(string body)
    {
        world.Far.Answer(200, body);
        var created = await world.Client.CreateConversationAsync(world.Far.Address, ConnectorWorld.Tenant, "28:bot", "29:1", default);
        Assert.Equal(new Verdict<string>(VerdictKind.Retry, Code: "UnreadableAnswer"), created);
    }

    private static string Error(string code) => new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "..." } }.ToJsonString();

    private Task<Verdict<string>> OnceAsync(int status, string body)
    {
        world.Far.Answer(status, body);
        return world.Client.SendToConversationAsync(world.Chat, Hello, default);
    }
}
