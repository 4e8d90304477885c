using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReflectionBot.Rounds;

/// <summary>How a round's question is kept inside its row.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AskedQuestion))]
internal sealed partial class RoundJson : JsonSerializerContext;
