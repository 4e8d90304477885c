using System.Net;
using Microsoft.AspNetCore.Http;

namespace ReflectionBot.Tests.Connector;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private ConnectorWorld world = null!;

    public async Task InitializeAsync() => world = await ConnectorWorld.WithAuthenticationAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_rotated_key_is_learnt_when_it_is_first_seen()
    {
        await GoodIs(HttpStatusCode.OK);
        var next = new TestKey("key-2", "another pair");
        world.Far.Keys = [next.Public("msteams")];
        Assert.Equal(HttpStatusCode.OK, await world.PostAsync(next.Sign(world.Claims()), ConnectorWorld.Message()));
        Assert.Equal(2, world.Far.MetadataCalls);
        await GoodIs(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Unknown_key_ids_make_one_fetch_in_five_minutes()
    {
        await GoodIs(HttpStatusCode.OK);
        var stranger = new TestKey("key-x", "another pair");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(stranger.Sign(world.Claims()), ConnectorWorld.Message()));
        Assert.Equal(2, world.Far.MetadataCalls);
        world.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(stranger.Sign(world.Claims()), ConnectorWorld.Message()));
        Assert.Equal(2, world.Far.MetadataCalls);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(stranger.Sign(world.Claims()), ConnectorWorld.Message()));
        Assert.Equal(3, world.Far.MetadataCalls);
    }

    [Fact]
    public async Task Many_first_callers_make_one_fetch()
    {
        var open = new TaskCompletionSource();
        var metadata = world.Far.Metadata;
        world.Far.Metadata = async context =>
        {
            await open.Task;
            await metadata(context);
        };
        var calls = Enumerable.Range(0, 20).Select(_ => world.PostAsync(world.GoodToken(), ConnectorWorld.Message())).ToList();
        open.SetResult();
        Assert.All(await Task.WhenAll(calls), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, world.Far.MetadataCalls);
    }

    [Fact]
    public async Task Without_any_keys_it_is_503_until_the_metadata_is_back()
    {
        var metadata = world.Far.Metadata;
        world.Far.Metadata = Down;
        await GoodIs(HttpStatusCode.ServiceUnavailable);
        world.Far.Metadata = metadata;
        await GoodIs(HttpStatusCode.ServiceUnavailable);
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        await GoodIs(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_last_good_keys_survive_an_outage()
    {
        await GoodIs(HttpStatusCode.OK);
        world.Far.Metadata = Down;
        world.Clock.Advance(TimeSpan.FromHours(13));
        await GoodIs(HttpStatusCode.OK);
        world.Clock.Advance(TimeSpan.FromDays(2));
        await GoodIs(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Slow_metadata_keeps_nobody_waiting_whose_key_is_known()
    {
        await GoodIs(HttpStatusCode.OK);
        var asked = new TaskCompletionSource();
        world.Far.Metadata = context =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        world.Clock.Advance(TimeSpan.FromHours(13));
        await GoodIs(HttpStatusCode.OK);
        await asked.Task;
        await GoodIs(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Slow_metadata_is_given_up_and_an_unknown_key_is_401()
    {
        await GoodIs(HttpStatusCode.OK);
        world.Far.Metadata = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        var stranger = new TestKey("key-x", "another pair");
        var call = world.PostAsync(stranger.Sign(world.Claims()), ConnectorWorld.Message());
        await world.Clock.SomebodyWaitsAsync(TimeSpan.FromSeconds(5));
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, await call);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{\"jwks_uri\":7}")]
    [InlineData("{\"jwks_uri\":\"http://keys.example/\"}")]
    [InlineData("{\"jwks_uri\":\"file:///keys\"}")]
    public async Task Metadata_that_makes_no_sense_is_no_metadata(string body)
    {
        world.Far.Metadata = context => context.Response.WriteAsync(body);
        await GoodIs(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Metadata_that_does_not_end_is_cut_off()
    {
        world.Far.Metadata = context => context.Response.WriteAsync(new string(' ', 600_000) + "{}");
        await GoodIs(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Metadata_is_not_looked_for_where_a_redirect_points()
    {
        world.Far.Metadata = context =>
        {
            context.Response.Redirect("/keys");
            return Task.CompletedTask;
        };
        await GoodIs(HttpStatusCode.ServiceUnavailable);
    }

    private static Task Down(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    private async Task GoodIs(HttpStatusCode expected) =>
        Assert.Equal(expected, await world.PostAsync(world.GoodToken(), ConnectorWorld.Message()));
}
