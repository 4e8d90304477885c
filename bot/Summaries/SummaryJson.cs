using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReflectionBot.Summaries;

/// <summary>How a summary's numbers are kept inside its row.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OrganisationWeek))]
[JsonSerializable(typeof(Picture))]
[JsonSerializable(typeof(IReadOnlyList<Word>))]
internal sealed partial class SummaryJson : JsonSerializerContext;
