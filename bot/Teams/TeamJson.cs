using System.Text.Json;
using System.Text.Json.Serialization;
using ReflectionBot.Questions;

namespace ReflectionBot.Teams;

/// <summary>How a team's calendar and questions are kept inside its row.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TeamCalendar))]
[JsonSerializable(typeof(QuestionSettings))]
[JsonSerializable(typeof(OwnQuestion))]
internal sealed partial class TeamJson : JsonSerializerContext;
