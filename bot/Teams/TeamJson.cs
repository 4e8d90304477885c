using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReflectionBot.Teams;

/// <summary>How a team's calendar is kept inside its row.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TeamCalendar))]
internal sealed partial class TeamJson : JsonSerializerContext;
