using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReflectionBot.Cards.Elements;

namespace ReflectionBot.Cards;

/// <summary>Cards as JSON: camelCase, nothing written for null, letters as they are (a card's size is counted in them).</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJson : JsonSerializerContext
{
    public static JavaScriptEncoder Letters => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    // Not an initialiser: it would run before or after the generated Default, as the compiler pleases.
    public static CardJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = Letters,
    });
}
