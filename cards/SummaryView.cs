namespace ReflectionBot.Cards;

/// <summary>What the summary card shows: exactly what the anonymity gate released. <c>Texts</c> are in their frozen order.</summary>
public sealed record SummaryView
{
    public required string Team { get; init; }

    public required string Area { get; init; }

    public required QuestionView Question { get; init; }

    public required int Answered { get; init; }

    public required int Asked { get; init; }

    /// <summary>The threshold that the round's prompts promised.</summary>
    public required int Threshold { get; init; }

    public HiddenBecause? Hidden { get; init; }

    public PictureView? Picture { get; init; }

    public required IReadOnlyList<VoiceView> Texts { get; init; }

    public NextView? Next { get; init; }

    public required ActionData Data { get; init; }
}

public enum HiddenBecause
{
    NobodyAnswered,
    FewAnswers,
    FewAnonymous,
}

/// <summary>The numbers of the answers: how many chose each bar, and the middle of them.</summary>
public sealed record PictureView(IReadOnlyList<BarView> Bars)
{
    /// <summary>For steps.</summary>
    public double? Mean { get; init; }

    /// <summary>For numbers, as are the ends.</summary>
    public double? Median { get; init; }

    public int? Smallest { get; init; }

    public int? Largest { get; init; }
}

public sealed record BarView(string Label, int Count);

/// <summary>One text; <c>Name</c> only when its writer chose to show it.</summary>
public sealed record VoiceView(string Text, string? Name);

/// <summary>The next question and when it opens, in the team's zone.</summary>
public sealed record NextView(DateTimeOffset OpensAt, string Question);
