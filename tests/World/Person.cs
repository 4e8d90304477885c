using System.Net;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.World;

/// <summary>Somebody in Teams, and what they can do there: write, press a button, look at what they got.</summary>
internal sealed class Person(BotWorld world, int number, string name)
{
    public string Name => name;

    /// <summary>The Entra object id.</summary>
    public string Id { get; } = $"aaaaaaaa-0000-0000-0000-{number:D12}";

    public string UserId { get; } = $"29:1person-{number}";

    /// <summary>The person's own chat with the bot.</summary>
    public string Conversation { get; } = $"a:1person-{number}";

    public string Tenant { get; init; } = FarSide.Tenant;

    public bool HasBlockedTheBot { get; set; }

    /// <summary>Whether Teams gives them no files, as a tenant may decide.</summary>
    public bool TakesNoFiles { get; set; }

    /// <summary>How often Teams will still say that it is too busy.</summary>
    public int BusyTimes { get; set; }

    public IReadOnlyList<Message> Inbox => world.Teams.ChatOf(Conversation).Messages;

    public IReadOnlyList<SeenCard> Cards => [.. Inbox.Select(message => message.Card).OfType<SeenCard>()];

    public SeenCard LastCard => Cards.Count > 0 ? Cards[^1] : throw new InvalidOperationException($"{name} has got no card.");

    public string? LastText => Inbox[^1].Text;

    /// <summary>As the roster shows them.</summary>
    public JsonObject Account() => new() { ["id"] = UserId, ["aadObjectId"] = Id, ["name"] = name, ["userRole"] = "user" };

    /// <summary>Presses a button of the newest card.</summary>
    public Task<Reply> Press(string verb, params (string Field, string Value)[] typed) => PressOn(NewestCard, verb, typed);

    /// <summary>Presses the one button of the newest card that has this title.</summary>
    public Task<Reply> PressTitle(string title) => PressButton(NewestCard.Card!.ButtonNamed(title));

    /// <summary>Presses this button of the newest card, leaving its fields alone.</summary>
    public async Task<Reply> PressButton(JsonObject button)
    {
        var reply = await Execute(NewestCard, (string)button["verb"]!, button["data"]!.DeepClone().AsObject());
        NewestCard.Show(reply.Card!);
        return reply;
    }

    /// <summary>
    /// Presses a button of that card: the client sends the button's own verb and data, the fields as they stand and as they
    /// were typed in, and shows the card it gets back in place of the old one.
    /// </summary>
    public async Task<Reply> PressOn(Message message, string verb, params (string Field, string Value)[] typed)
    {
        var reply = await Execute(message, verb, Merged(message.Card!, message.Card!.Button(verb), typed));
        if (reply.Card is { } card)
            message.Show(card);
        await world.Settle();
        return reply;
    }

    /// <summary>The same press again and again, as a client does that has had no answer in time.</summary>
    public async Task<IReadOnlyList<Reply>> PressThreeTimes(string verb, params (string Field, string Value)[] typed)
    {
        var message = NewestCard;
        var data = Merged(message.Card!, message.Card!.Button(verb), typed);
        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Execute(message, verb, data.DeepClone().AsObject())));
        message.Show(replies[0].Card!);
        await world.Settle();
        return replies;
    }

    /// <summary>What only a hand-made client would send. The card stays as it is.</summary>
    public async Task<Reply> Forge(string verb, JsonObject data)
    {
        var reply = await Execute(null, verb, data);
        await world.Settle();
        return reply;
    }

    /// <summary>Presses a button in a client that does not know Action.Execute and sends the button's fallback.</summary>
    public async Task Submit(string verb, params (string Field, string Value)[] typed)
    {
        var fallback = NewestCard.Card!.Button(verb)["fallback"]!.AsObject();
        Assert.Equal("Action.Submit", (string?)fallback["type"]);
        var activity = Activity("message");
        activity["value"] = Merged(NewestCard.Card!, fallback, typed);
        activity["replyToId"] = NewestCard.Id;
        await world.Deliver(activity);
    }

    /// <summary>Writes to the bot in the person's own chat.</summary>
    public async Task Says(string text)
    {
        var activity = Activity("message");
        (activity["text"], activity["textFormat"]) = (text, "plain");
        await world.Deliver(activity);
    }

    /// <summary>Mentions the bot in a channel.</summary>
    public async Task SaysInChannel(Department team, string text)
    {
        var activity = team.Activity("message", this);
        activity["conversation"]!["id"] = team.Thread + ";messageid=1732129990000";
        activity["text"] = $"<at>Refleksion</at> {text}\n";
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = FarSide.BotId, ["name"] = "Refleksion" },
            ["text"] = "<at>Refleksion</at>",
        });
        await world.Deliver(activity);
    }

    public async Task InstallsForThemselves()
    {
        var activity = Activity("installationUpdate");
        activity["action"] = "add";
        await world.Deliver(activity);
    }

    /// <summary>An activity from the person's own chat.</summary>
    public JsonObject Activity(string type)
    {
        var activity = world.Activity(type, this);
        activity["conversation"] = new JsonObject { ["id"] = Conversation, ["conversationType"] = "personal", ["tenantId"] = Tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        return activity;
    }

    public override string ToString() => name;

    private Message NewestCard => Inbox.LastOrDefault(message => message.Card is not null)
        ?? throw new InvalidOperationException($"{name} has got no card.");

    private async Task<Reply> Execute(Message? message, string verb, JsonObject data)
    {
        var activity = Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = message?.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data },
            ["trigger"] = "manual",
        };
        using var response = await world.Send(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Reply.Of(JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    private static JsonObject Merged(SeenCard card, JsonObject button, (string Field, string Value)[] typed)
    {
        var data = button["data"]!.DeepClone().AsObject();
        if ((string?)button["associatedInputs"] == "none")
        {
            Assert.Empty(typed);
            return data;
        }

        foreach (var (field, value) in card.Fields)
            data[field] = value;
        foreach (var (field, value) in typed)
        {
            Assert.Contains(field, card.Fields.Keys);
            data[field] = value;
        }

        return data;
    }
}

/// <summary>The answer to a press: a card in place of the old one, or one line while the card stays.</summary>
internal sealed record Reply(int Status, SeenCard? Card, string? Line)
{
    public static Reply Of(JsonNode body) => (string?)body["type"] switch
    {
        "application/vnd.microsoft.card.adaptive" => new Reply((int)body["statusCode"]!, new SeenCard(body["value"]!.AsObject()), null),
        "application/vnd.microsoft.activity.message" => new Reply((int)body["statusCode"]!, null, (string?)body["value"]),
        _ => new Reply((int)body["statusCode"]!, null, (string?)body["value"]!["message"]),
    };
}
