using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReflectionBot.Summaries;

/// <summary>How a summary's numbers are kept inside its row.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Picture))]
internal sealed partial class SummaryJson : JsonSerializerContext;
