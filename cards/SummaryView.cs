namespace ReflectionBot.Cards;

/// <summary>What the summary card shows: exactly what the anonymity gate released. <c>Texts</c> are in their frozen order.</summary>
public sealed record SummaryView
{
    public required string Team { get; init; }

    public required string Area { get; init; }

    public required QuestionView Question { get; init; }

    public required int Answered { get; init; }

    public required int Asked { get; init; }

    /// <summary>How many took part last time; null where there is no last time, or the reader has not been given it.</summary>
    public ParticipationView? LastTime { get; init; }

    /// <summary>The threshold that the round's prompts promised.</summary>
    public required int Threshold { get; init; }

    public HiddenBecause? Hidden { get; init; }

    public PictureView? Picture { get; init; }

    /// <summary>How the picture has moved, a sentence each.</summary>
    public IReadOnlyList<string> Movement { get; init; } = [];

    /// <summary>Words that several leaders used, the most used first.</summary>
    public IReadOnlyList<WordView> Words { get; init; } = [];

    /// <summary>On the overview the beginning of some, on a page of texts all that stand on it.</summary>
    public required IReadOnlyList<VoiceView> Texts { get; init; }

    /// <summary>Whether there is more to read than <c>Texts</c> holds.</summary>
    public bool HasMore { get; init; }

    public NextView? Next { get; init; }

    /// <summary>With whom the summary has been shared, a sentence each.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Set on a summary that was shared: whose it is, and what they add to it.</summary>
    public SharedView? SharedBy { get; init; }

    public required ActionData Data { get; init; }
}

public enum HiddenBecause
{
    NobodyAnswered,
    FewAnswers,
    FewAnonymous,
}

public sealed record ParticipationView(int Answered, int Asked);

/// <summary>The numbers of the answers: how many chose each bar, and the middle of them.</summary>
public sealed record PictureView(IReadOnlyList<BarView> Bars)
{
    /// <summary>For steps.</summary>
    public double? Mean { get; init; }

    /// <summary>For numbers, as are the quartiles and the ends.</summary>
    public double? Median { get; init; }

    public double? LowerQuartile { get; init; }

    public double? UpperQuartile { get; init; }

    public int? Smallest { get; init; }

    public int? Largest { get; init; }
}

public sealed record BarView(string Label, int Count);

/// <summary>A word and how many leaders used it.</summary>
public sealed record WordView(string Text, int Leaders);

/// <summary>One text; <c>Name</c> only when its writer chose to show it.</summary>
public sealed record VoiceView(string Text, string? Name);

/// <summary>The next question and when it opens, in the team's zone.</summary>
public sealed record NextView(DateTimeOffset OpensAt, string Question);

/// <summary>Who shared it, and their own words; null where it is shared by itself, or without a word.</summary>
public sealed record SharedView(string? Name, string? Comment);
