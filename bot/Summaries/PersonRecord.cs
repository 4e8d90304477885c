using System.Text.Json;
using System.Text.Json.Serialization;
using ReflectionBot.Delivery;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>Everything stored that leads to one person, for that person alone. Instants are UTC; ids are as the platform gave them.</summary>
internal sealed record PersonRecord
{
    /// <summary>The Entra object id.</summary>
    public required string Id { get; init; }

    public OwnChoices? Choices { get; init; }

    /// <summary>Their chat with the bot: the connector's conversation id and service URL.</summary>
    public string? Conversation { get; init; }

    public string? ServiceUrl { get; init; }

    /// <summary>The platform's word for why they cannot be reached.</summary>
    public string? Unreachable { get; init; }

    public required IReadOnlyList<PlaceRecord> Teams { get; init; }

    /// <summary>The logs of teams that hold nothing else about them.</summary>
    public required IReadOnlyList<LogRecord> Elsewhere { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<ReflectionRecord> Reflections { get; init; }

    /// <summary>As it is written to a file.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, PersonJson.Default.PersonRecord);
}

/// <summary>What one team holds about the person.</summary>
internal sealed record PlaceRecord
{
    /// <summary>The id of the Teams team.</summary>
    public required string Thread { get; init; }

    public required string Team { get; init; }

    public required string UserId { get; init; }

    public string? Name { get; init; }

    public required Role Roles { get; init; }

    public required bool IsPresent { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    public bool? IsAsked { get; init; }

    public bool SeesOlder { get; init; }

    public required int RetentionMonths { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<PartRecord> Rounds { get; init; }

    /// <summary>What they have changed in the team, and what was changed about them; newest first.</summary>
    public required IReadOnlyList<ActRecord> Changes { get; init; }
}

/// <summary>The person's part in one round.</summary>
internal sealed record PartRecord
{
    public required string Slot { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required bool IsOpen { get; init; }

    public required LocalizedText Area { get; init; }

    public required LocalizedText Question { get; init; }

    public bool WasAsked { get; init; }

    public bool Skipped { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>While the round is open; afterwards only what was given by name can be found.</summary>
    public OwnAnswerRecord? Answer { get; init; }

    public required IReadOnlyList<string> NamedTexts { get; init; }

    public bool ReadsSummary { get; init; }

    /// <summary>What they wrote when they shared the summary.</summary>
    public required IReadOnlyList<string> Comments { get; init; }

    public required IReadOnlyList<MessageRecord> Messages { get; init; }
}

internal sealed record OwnAnswerRecord(int? Value, string? Text, Visibility Visibility);

/// <summary>A card that was to be sent to them: prompt, reminder, snooze, summary or shared; and what became of it.</summary>
internal sealed record MessageRecord(string Kind, DeliveryState State, string? MessageId, string? Reason);

internal sealed record ReflectionRecord(DateTimeOffset At, string Area, string Question, int? Value, string? Text, Visibility Visibility);

/// <summary>What somebody who is not in a team has changed there, such as an administrator of the organisation; newest first.</summary>
internal sealed record LogRecord(string Thread, string Team, int RetentionMonths, IReadOnlyList<ActRecord> Changes);

internal sealed record ActRecord(DateTimeOffset At, AuditAct Act, string? Subject, string? From, string? To);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(PersonRecord))]
internal sealed partial class PersonJson : JsonSerializerContext;
