using Azure;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>What became of one slot: a round with its question, or the reason there was none.</summary>
internal sealed record Round
{
    public required RoundId Id { get; init; }

    public required RoundState State { get; init; }

    /// <summary>When the schedule said it would open.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>Null when a move left no room for one.</summary>
    public DateTimeOffset? RemindsAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The question in the words it was asked in; null where none was asked.</summary>
    public AskedQuestion? Question { get; init; }

    /// <summary>The k that the round's prompts promise, whatever the team's setting becomes meanwhile.</summary>
    public int Threshold { get; init; }

    /// <summary>Whether the round's prompts offer to show the name.</summary>
    public bool OffersNamed { get; init; } = true;

    /// <summary>Who was to read the summary when the round opened, as its prompts said.</summary>
    public IReadOnlyList<MemberId> Heads { get; init; } = [];

    /// <summary>With whom the summary is shared by itself, as the prompts said.</summary>
    public SummarySharing Shares { get; init; }

    /// <summary>True where others are to read it than in the round before: the prompts say so.</summary>
    public bool HeadsChanged { get; init; }

    /// <summary>True once every prompt is in the outbox; until then opening is repeated.</summary>
    public bool IsSent { get; init; }

    public bool IsReminded { get; init; }

    /// <summary>True once everything that was said in it has been forgotten.</summary>
    public bool IsPurged { get; init; }

    /// <summary>Why nothing was asked: the calendar's word for it, for the administrator.</summary>
    public string? Reason { get; init; }

    public ETag ETag { get; init; }

    public bool IsOpen => State == RoundState.Open;

    public bool WasAsked => Question is not null;
}

internal enum RoundState
{
    Open,
    Closed,
    Summarised,

    /// <summary>The calendar or a pause left the slot out.</summary>
    Skipped,

    /// <summary>The service was not running in time.</summary>
    Missed,
}

/// <summary>A question with the area it was asked in, kept with the round: later changes do not rewrite the past.</summary>
internal sealed record AskedQuestion(AreaId Area, AreaKind Kind, LocalizedText Title, LocalizedText Lead, Question Question)
{
    public static AskedQuestion Of(Area area, Question question) => new(area.Id, area.Kind, area.Title, area.Lead, question);
}
