namespace ReflectionBot.Questions;

/// <summary>A question's lasting name, e.g. <c>faerre-maal-1</c>; history and pins are made of these.</summary>
internal readonly record struct QuestionId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>How a question is answered. JSON: <c>open</c>, <c>scale</c>, <c>number</c>, <c>dilemma</c>.</summary>
internal enum QuestionType
{
    Open,
    Scale,
    Number,
    Dilemma,
}

/// <summary>
/// One question as it is shown. Scale and dilemma have five steps, 1 to 5, from <see cref="Low"/> to <see cref="High"/>;
/// a number has a <see cref="Unit"/> and lies from <see cref="Min"/> to <see cref="Max"/>, both included.
/// </summary>
internal sealed record Question
{
    public required QuestionId Id { get; init; }

    public required QuestionType Type { get; init; }

    public required LocalizedText Text { get; init; }

    /// <summary>The follow-up that stands as placeholder in the text field.</summary>
    public required LocalizedText Probe { get; init; }

    public LocalizedText? Low { get; init; }

    public LocalizedText? High { get; init; }

    public LocalizedText? Unit { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }
}
