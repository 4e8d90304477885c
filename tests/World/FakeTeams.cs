using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.World;

/// <summary>The platform as the Bot Connector shows it: teams with their rosters, and every message that the bot has sent.</summary>
internal sealed class FakeTeams(TimeProvider clock)
{
    private const int LargestPage = 50;

    private readonly ConcurrentDictionary<string, Chat> chats = new();
    private long messages = 1_732_130_000_000;

    public FaultPlan Faults { get; } = new(clock);

    public ConcurrentDictionary<string, Department> Departments { get; } = new();

    public ConcurrentDictionary<string, Person> People { get; } = new();

    /// <summary>The Connector's answer; the path is all of it, from the region on.</summary>
    public (int Status, JsonNode? Body) Answer(string method, string path, string? continuation, JsonObject? body)
    {
        var parts = path.Split("/v3/", 2);
        return Answer(method, parts[0], parts[^1].Split('/'), continuation, body);
    }

    public Chat ChatOf(string conversation) => chats.GetOrAdd(conversation, _ => new Chat());

    // Ids hold no slash, so an unescaped path can be taken apart again.
    private (int Status, JsonNode? Body) Answer(string method, string region, string[] path, string? continuation, JsonObject? body) => (method, path) switch
    {
        ("POST", ["conversations"]) => Open(body!),
        ("POST", ["conversations", var chat, "activities"]) => Post(chat, body!, region),
        ("POST", ["conversations", var chat, "activities", _]) => Post(chat, body!, region),
        ("PUT", ["conversations", var chat, "activities", var message]) => Replace(chat, message, body!),
        ("GET", ["conversations", var team, "pagedmembers"]) => Page(team, continuation),
        ("GET", ["conversations", var team, "members", var user]) => Member(team, user),
        ("GET", ["teams", var team]) => Team(team),
        _ => (404, FarSide.Error("NotFound")),
    };

    private (int Status, JsonNode? Body) Open(JsonObject body)
    {
        var isRight = (string?)body["tenantId"] == FarSide.Tenant
            && (string?)body["bot"]?["id"] == FarSide.BotId
            && (bool?)body["isGroup"] == false
            && body["members"] is JsonArray { Count: 1 };
        if (!isRight || !People.TryGetValue((string)body["members"]![0]!["id"]!, out var person))
            return (400, FarSide.Error("BadSyntax"));
        return person.HasBlockedTheBot ? (403, FarSide.Error("ForbiddenOperationException")) : (201, new JsonObject { ["id"] = person.Conversation });
    }

    private (int Status, JsonNode? Body) Post(string conversation, JsonObject activity, string region)
    {
        var owner = People.Values.FirstOrDefault(person => person.Conversation == conversation);
        if (owner is { HasBlockedTheBot: true })
            return (403, FarSide.Error("ConversationBlockedByUser"));
        if (owner is { BusyTimes: > 0 })
        {
            owner.BusyTimes--;
            return (429, FarSide.Error("Throttled"));
        }

        if (owner is { TakesNoFiles: true } && (string?)activity["attachments"]?[0]?["contentType"] == "application/vnd.microsoft.teams.card.file.consent")
            return (400, FarSide.Error("BadSyntax"));

        var id = Interlocked.Increment(ref messages).ToString(CultureInfo.InvariantCulture);
        ChatOf(conversation.Split(";messageid=", 2)[0]).Add(new Message(id, region, activity, clock.GetUtcNow()));
        return (201, new JsonObject { ["id"] = id });
    }

    private (int Status, JsonNode? Body) Replace(string conversation, string id, JsonObject activity)
    {
        if (ChatOf(conversation).Messages.FirstOrDefault(message => message.Id == id) is not { } message)
            return (404, FarSide.Error("ActivityNotFoundInConversation"));
        message.Show(activity);
        return (200, new JsonObject { ["id"] = id });
    }

    private (int Status, JsonNode? Body) Page(string thread, string? continuation)
    {
        if (!Departments.TryGetValue(thread, out var team))
            return (404, FarSide.Error("ConversationNotFound"));

        var from = continuation is null ? 0 : int.Parse(continuation, CultureInfo.InvariantCulture);
        var page = team.Members.Skip(from).Take(LargestPage).Select(member => (JsonNode)member.Account()).ToArray();
        var answer = new JsonObject { ["members"] = new JsonArray(page) };
        if (from + LargestPage < team.Members.Count)
            answer["continuationToken"] = (from + LargestPage).ToString(CultureInfo.InvariantCulture);
        return (200, answer);
    }

    private (int Status, JsonNode? Body) Member(string thread, string user) =>
        Departments.TryGetValue(thread, out var team) && team.Members.FirstOrDefault(member => member.UserId == user) is { } member
            ? (200, member.Account())
            : (404, FarSide.Error("MemberNotFoundInConversation"));

    private (int Status, JsonNode? Body) Team(string thread) => Departments.TryGetValue(thread, out var team)
        ? (200, new JsonObject { ["id"] = thread, ["name"] = team.Name, ["memberCount"] = team.Members.Count })
        : (404, FarSide.Error("ConversationNotFound"));
}

/// <summary>One conversation, oldest message first.</summary>
internal sealed class Chat
{
    private readonly Lock gate = new();
    private readonly List<Message> messages = [];

    public IReadOnlyList<Message> Messages
    {
        get
        {
            lock (gate) return [.. messages];
        }
    }

    public void Add(Message message)
    {
        lock (gate) messages.Add(message);
    }
}

/// <summary>One message as it now stands: a card, or a line of text.</summary>
internal sealed class Message
{
    public Message(string id, string region, JsonObject activity, DateTimeOffset at)
    {
        (Id, Region, At) = (id, region, at);
        Show(activity);
    }

    public string Id { get; }

    /// <summary>The path of the service address it was sent to.</summary>
    public string Region { get; }

    public DateTimeOffset At { get; }

    public SeenCard? Card { get; private set; }

    public string? Text { get; private set; }

    /// <summary>The attachment itself, whatever its kind.</summary>
    public JsonObject? Attachment { get; private set; }

    public void Show(JsonObject activity)
    {
        Text = (string?)activity["text"];
        var content = activity["attachments"]?[0]?["content"];
        var type = (string?)activity["attachments"]?[0]?["contentType"];
        Card = type == "application/vnd.microsoft.card.adaptive" ? new SeenCard(content!.AsObject()) : null;
        Attachment = activity["attachments"]?[0]?.AsObject();
    }

    public void Show(SeenCard card) => Card = card;
}
