using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.World;

/// <summary>
/// One Teams team, one department: whoever adds the bot, those who lead in it, and their head. The administrator is
/// one of the leaders, so a team of twelve is asked twelve times.
/// </summary>
internal sealed class Department(BotWorld world, string name, string thread, Person head, List<Person> leaders)
{
    public string Name { get; set; } = name;

    /// <summary>The id of the General channel, which is the team's.</summary>
    public string Thread => thread;

    public Person Head => head;

    /// <summary>Everybody who is asked; the administrator is the first.</summary>
    public IReadOnlyList<Person> Leaders => leaders;

    public Person Administrator => leaders[0];

    /// <summary>The roster, in the order in which Teams gives it.</summary>
    public List<Person> Members { get; } = [head, .. leaders];

    public IReadOnlyList<Message> Channel => world.Teams.ChatOf(thread).Messages;

    /// <summary>The administrator adds the bot: Teams tells it twice over, once as a member and once as an installation.</summary>
    public async Task Install()
    {
        await BotIsAdded();
        var installed = Activity("installationUpdate", Administrator);
        installed["action"] = "add";
        await world.Deliver(installed);
    }

    public Task BotIsAdded()
    {
        var added = Activity("conversationUpdate", Administrator);
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = FarSide.BotId });
        added["channelData"]!["eventType"] = "teamMemberAdded";
        return world.Deliver(added);
    }

    /// <summary>The bot is removed: the roster is out of its reach, and it is told twice over.</summary>
    public async Task Remove()
    {
        var removed = Activity("conversationUpdate", Administrator);
        removed["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = FarSide.BotId });
        removed["channelData"]!["eventType"] = "teamMemberRemoved";
        await world.Deliver(removed);
        var uninstalled = Activity("installationUpdate", Administrator);
        uninstalled["action"] = "remove";
        await world.Deliver(uninstalled);
    }

    public Task Joins(Person person)
    {
        Members.Add(person);
        return HearsOf("membersAdded", "teamMemberAdded", person);
    }

    public Task Leaves(Person person)
    {
        Members.Remove(person);
        return HearsOf("membersRemoved", "teamMemberRemoved", person);
    }

    /// <summary>Teams names nobody in these events: only ids.</summary>
    public Task HearsOf(string what, string eventType, Person person)
    {
        var activity = Activity("conversationUpdate", Administrator);
        activity[what] = new JsonArray(new JsonObject { ["id"] = person.UserId, ["aadObjectId"] = person.Id });
        activity["channelData"]!["eventType"] = eventType;
        return world.Deliver(activity);
    }

    /// <summary>Fills in the set-up card as far as given, looks at the review, and saves.</summary>
    public async Task SetUp(params (string Field, string Value)[] typed)
    {
        await Review(typed);
        await Administrator.Press("setup.save");
    }

    public Task<Reply> Review(params (string Field, string Value)[] typed) =>
        Administrator.Press("setup.review", [("heads", head.Id), .. typed]);

    /// <summary>An activity in the team's General channel.</summary>
    public JsonObject Activity(string type, Person from)
    {
        var activity = world.Activity(type, from);
        activity["conversation"] = new JsonObject { ["id"] = thread, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = FarSide.Tenant };
        activity["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = FarSide.Tenant },
            ["team"] = new JsonObject { ["id"] = thread, ["name"] = Name },
            ["channel"] = new JsonObject { ["id"] = thread },
        };
        return activity;
    }
}
