using System.Text.Json.Nodes;

namespace ReflectionBot.Connector;

/// <summary>What the service does with an activity that the endpoint has let in.</summary>
internal interface IActivityHandler
{
    /// <summary>Returns the body of an invoke's answer; null for every other activity.</summary>
    Task<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>The HTTP answer to an invoke. A card action is always 200, with its own status inside the body.</summary>
internal sealed record InvokeResponse(int Status, JsonNode? Body)
{
    public static readonly InvokeResponse Empty = new(StatusCodes.Status200OK, null);

    public static readonly InvokeResponse NotImplemented = new(StatusCodes.Status501NotImplemented, null);

    /// <summary>Replaces the card that the caller pressed a button on.</summary>
    public static InvokeResponse Card(JsonNode card) =>
        Inner(200, Attachment.AdaptiveCard, card);

    /// <summary>Shows one line and leaves the card as it is.</summary>
    public static InvokeResponse Message(string text) =>
        Inner(200, "application/vnd.microsoft.activity.message", text);

    /// <summary>An action that cannot be understood: the body is not one this service wrote.</summary>
    public static InvokeResponse BadRequest(string message) =>
        Inner(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "BadRequest", ["message"] = message });

    private static InvokeResponse Inner(int status, string type, JsonNode value) =>
        new(StatusCodes.Status200OK, new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
