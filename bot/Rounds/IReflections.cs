using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>What a leader has kept for themselves, as far as their own prompt shows it. The Answers room knows.</summary>
internal interface IReflections
{
    /// <summary>The last one on this area from before the round; null when there is none.</summary>
    Task<Reflection?> LastAsync(RoundId round, MemberId member, AreaId area, CancellationToken cancellationToken);
}

/// <summary>One kept reflection: when it was written, on which question, the step or number, and the text.</summary>
internal sealed record Reflection(DateTimeOffset At, string Question, int? Value, string? Text);
