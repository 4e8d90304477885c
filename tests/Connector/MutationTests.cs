using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.Connector;

/// <summary>
/// Recorded activities, changed at random but the same way every time. The normal run takes 2,000; the whole is
/// <c>REFLECTION_MUTATIONS=100000 dotnet test --filter MutationTests</c>.
/// </summary>
public sealed class MutationTests
{
    private const int Seed = 20_261_120;

    private static readonly HttpStatusCode[] Expected =
    [
        HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden,
        HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.NotImplemented,
    ];

    [Fact]
    public async Task No_mutated_activity_gets_another_answer_than_a_client_error()
    {
        await using var world = await ConnectorWorld.WithAuthenticationAsync();
        var token = world.GoodToken();
        world.Handler.Answer = activity => Task.FromResult<ReflectionBot.Connector.InvokeResponse?>(Walk(activity));
        var mutation = new Mutation(new Random(Seed));
        var seen = new Dictionary<HttpStatusCode, int>();
        for (var i = 0; i < Count(); i++)
        {
            var status = await PostAsync(world, token, mutation.Next());
            Assert.True(Expected.Contains(status), $"Mutation {i} was answered {status}.");
            seen[status] = seen.GetValueOrDefault(status) + 1;
            world.Handler.Seen.Clear();
            world.Log.Lines.Clear();
        }

        Assert.Equal(HttpStatusCode.OK, await world.PostAsync(token, ConnectorWorld.Message()));
        Assert.True(seen.GetValueOrDefault(HttpStatusCode.OK) > Count() / 20, "Too few mutations reach the handler to prove anything.");
        Assert.True(seen.GetValueOrDefault(HttpStatusCode.BadRequest) > Count() / 20, "Too few mutations are broken to prove anything.");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, 200_000_000);
    }

    private static int Count() =>
        int.TryParse(Environment.GetEnvironmentVariable("REFLECTION_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 2_000;

    private static async Task<HttpStatusCode> PostAsync(ConnectorWorld world, string token, byte[] bytes)
    {
        using var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await world.SendAsync(token, body);
        return response.StatusCode;
    }

    // Reads everything a handler could read: what got in must be safe to walk through.
    private static ReflectionBot.Connector.InvokeResponse? Walk(ReflectionBot.Connector.Activity activity)
    {
        if (activity.Value is { } value) Walk(JsonNode.Parse(value.GetRawText()));
        foreach (var attachment in activity.Attachments ?? []) Walk(attachment.Content);
        _ = string.Concat((activity.Entities ?? []).Select(entity => entity.Mentioned?.Id + entity.Text));
        _ = string.Concat((activity.MembersAdded ?? []).Concat(activity.MembersRemoved ?? []).Select(member => member.Id + member.AadObjectId));
        return null;
    }

    private static void Walk(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (_, child) in json) Walk(child);
                break;
            case JsonArray array:
                foreach (var child in array) Walk(child);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                _ = text.Normalize();
                break;
            default:
                break;
        }
    }
}
