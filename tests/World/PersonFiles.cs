using System.Net;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.World;

/// <summary>What somebody says to a file that is offered to them.</summary>
internal static class PersonFiles
{
    public const string Upload = "https://kommune-my.sharepoint.com/personal/upload?session=1";

    /// <summary>Yes: the file may be put at that address.</summary>
    public static Task Accepts(this Person person, BotWorld world, Message offer, string? url = Upload, JsonObject? context = null) =>
        Answers(person, world, offer, "accept", url, context);

    public static Task Declines(this Person person, BotWorld world, Message offer) => Answers(person, world, offer, "decline", null, null);

    private static async Task Answers(Person person, BotWorld world, Message offer, string answer, string? url, JsonObject? context)
    {
        var activity = person.Activity("invoke");
        activity["name"] = "fileConsent/invoke";
        activity["replyToId"] = offer.Id;
        activity["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = answer,
            ["context"] = (context ?? offer.Attachment!["content"]!["acceptContext"]!).DeepClone(),
            ["uploadInfo"] = url is null ? null : new JsonObject { ["uploadUrl"] = url, ["contentUrl"] = "https://kommune-my.sharepoint.com/file", ["uniqueId"] = "file-" + offer.Id, ["name"] = "x.csv", ["fileType"] = "csv" },
        };
        using var response = await world.Send(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await world.Settle();
    }
}
