using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// What everybody else may know of a closed round, for good. Made once by <see cref="Anonymity"/>; what was held back is
/// not in it, so nothing that is later done with a summary can give it away. The texts lie beside it, each on its own.
/// </summary>
internal sealed record Summary
{
    public required int Answered { get; init; }

    public required int Asked { get; init; }

    public required int Threshold { get; init; }

    public Hidden Hidden { get; init; }

    /// <summary>Null when there is none, or when it is hidden.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Words that at least three leaders used, the most used first.</summary>
    public IReadOnlyList<Word> Words { get; init; } = [];
}

/// <summary>What the gate held back.</summary>
internal enum Hidden
{
    Nothing,
    NobodyAnswered,

    /// <summary>Everything but participation: fewer than k answers were shared.</summary>
    Everything,

    /// <summary>The anonymous texts and every total: fewer than k answered anonymously, and others by name.</summary>
    Anonymous,
}

/// <summary>The numbers of a round. Steps have five counts and a mean; a number has its middle, its quartiles and its ends.</summary>
internal sealed record Picture(IReadOnlyList<Count> Counts, double? Mean, double? Median, int? Smallest, int? Largest)
{
    public double? LowerQuartile { get; init; }

    public double? UpperQuartile { get; init; }
}

/// <summary>How many answers lie from <c>From</c> to <c>To</c>, both included.</summary>
internal sealed record Count(int From, int To, int Answers);

/// <summary>One text; the name, and whose it is, are there only when its writer chose to show the name.</summary>
internal sealed record Voice(string Text, string? Name, MemberId? By = null);

/// <summary>A word in its most used form, and how many leaders used it in any form.</summary>
internal sealed record Word(string Text, int Leaders);
