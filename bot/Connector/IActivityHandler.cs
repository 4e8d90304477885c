using System.Buffers;
using System.Text.Json;

namespace ReflectionBot.Connector;

/// <summary>What the service does with an activity that the endpoint has let in.</summary>
internal interface IActivityHandler
{
    /// <summary>Returns the body of an invoke's answer; null for every other activity.</summary>
    Task<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken);
}

/// <summary>
/// The HTTP answer to an invoke: the status, and UTF-8 JSON or nothing. A card action is always 200, with its own status
/// inside the body.
/// </summary>
internal sealed record InvokeResponse(int Status, ReadOnlyMemory<byte> Body)
{
    public static readonly InvokeResponse Empty = new(StatusCodes.Status200OK, default);

    public static readonly InvokeResponse NotImplemented = new(StatusCodes.Status501NotImplemented, default);

    /// <summary>Replaces the card that the caller pressed a button on; <paramref name="card"/> is its UTF-8 JSON.</summary>
    public static InvokeResponse Card(byte[] card) =>
        Inner(200, Attachment.AdaptiveCard, writer => writer.WriteRawValue(card, skipInputValidation: true));

    /// <summary>Shows one line and leaves the card as it is.</summary>
    public static InvokeResponse Message(string text) =>
        Inner(200, "application/vnd.microsoft.activity.message", writer => writer.WriteStringValue(text));

    /// <summary>An action that cannot be understood: the body is not one this service wrote.</summary>
    public static InvokeResponse BadRequest(string message) => Inner(400, "application/vnd.microsoft.error", writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("code", "BadRequest");
        writer.WriteString("message", message);
        writer.WriteEndObject();
    });

    private static InvokeResponse Inner(int status, string type, Action<Utf8JsonWriter> value)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = ConnectorJson.Letters }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", status);
            writer.WriteString("type", type);
            writer.WritePropertyName("value");
            value(writer);
            writer.WriteEndObject();
        }

        return new InvokeResponse(StatusCodes.Status200OK, body.WrittenMemory);
    }
}
