using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReflectionBot.Connector;

/// <summary>The wire format of the Bot Connector: camelCase to the letter, nothing written for null, unknown members ignored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = false,
    MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(TeamsChannelAccount))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ResourceResponse))]
internal sealed partial class ConnectorJson : JsonSerializerContext
{
    /// <summary>What is sent: letters as they are, since a message's size is limited. It is JSON alone, never inside a page.</summary>
    public static JavaScriptEncoder Letters => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // Not an initialiser: it would run before or after the generated Default, as the compiler pleases.
    public static ConnectorJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = Letters });
}
