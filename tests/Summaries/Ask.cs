using ReflectionBot.Questions;

namespace ReflectionBot.Tests.Summaries;

/// <summary>One question of each type.</summary>
internal static class Ask
{
    public static Question Open { get; } = Of(QuestionType.Open);

    public static Question Scale { get; } = Of(QuestionType.Scale);

    public static Question Dilemma { get; } = Of(QuestionType.Dilemma);

    public static Question Number { get; } = Of(QuestionType.Number) with { Unit = new("mål", "goals"), Min = 0, Max = 999 };

    private static Question Of(QuestionType type) => new()
    {
        Id = new QuestionId("question-1"),
        Type = type,
        Text = new LocalizedText("Hvad nu?", "What now?"),
        Probe = new LocalizedText("Hvorfor?", "Why?"),
    };
}
