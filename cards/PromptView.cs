namespace ReflectionBot.Cards;

/// <summary>What the prompt card shows. <c>ClosesAt</c> is in the team's zone; <c>Heads</c> are the names of those who get the summary.</summary>
public sealed record PromptView
{
    public required string Team { get; init; }

    public required string Area { get; init; }

    public required string Lead { get; init; }

    public required QuestionView Question { get; init; }

    public required IReadOnlyList<string> Heads { get; init; }

    public required int Threshold { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required ActionData Data { get; init; }

    public bool IsReminder { get; init; }

    /// <summary>True where others read the summary than last time.</summary>
    public bool HeadsChanged { get; init; }

    /// <summary>Whether the leader may choose to show their name.</summary>
    public bool OffersNamed { get; init; } = true;

    /// <summary>Whether the summary is shared with the team by itself; otherwise it is for those who get it to decide.</summary>
    public bool IsShared { get; init; }

    /// <summary>One of <see cref="VisibilityChoice"/>: what the leader chose last.</summary>
    public string Visibility { get; init; } = VisibilityChoice.Anonymous;

    /// <summary>The leader's own last reflection on this area; null when there is none.</summary>
    public LastView? Last { get; init; }

    /// <summary>What was typed before, kept when an answer is refused or edited.</summary>
    public AnswerFields? Typed { get; init; }

    /// <summary>Why what was typed cannot be saved.</summary>
    public string? Problem { get; init; }
}

/// <summary>A question in one language. Five steps lie between <c>Low</c> and <c>High</c>; a number has a unit and a range.</summary>
public sealed record QuestionView(QuestionKind Kind, string Text, string Probe)
{
    public string? Low { get; init; }
    public string? High { get; init; }
    public string? Unit { get; init; }
    public int? Min { get; init; }
    public int? Max { get; init; }
}

public enum QuestionKind
{
    Open,
    Scale,
    Number,
    Dilemma,
}

/// <summary>The prompt's fields as they came in: text, whatever their kind.</summary>
public sealed record AnswerFields(string? Score, string? Number, string? Text, string? Visibility)
{
    /// <summary>"true" where the leader wants to keep a copy.</summary>
    public string? Keep { get; init; }
}

/// <summary>What a leader wrote for themselves the last time, its text cut where it is long.</summary>
public sealed record LastView(DateOnly Day, string Question, int? Value, string? Text);

/// <summary>The values of <see cref="Fields.Visibility"/>.</summary>
public static class VisibilityChoice
{
    public const string Anonymous = "anonymous";
    public const string Named = "named";
    public const string Private = "private";
}
