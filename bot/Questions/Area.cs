namespace ReflectionBot.Questions;

/// <summary>An area's lasting name, e.g. <c>faerre-maal</c>. An area and a pack may share a name.</summary>
internal readonly record struct AreaId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What the rotation interleaves. JSON: <c>theme</c>, <c>beacon</c>, <c>pack</c>.</summary>
internal enum AreaKind
{
    Theme,
    Beacon,
    Pack,
}

/// <summary>One area: a theme, a beacon or a pack's own, with its one-line lead and its questions in catalogue order.</summary>
internal sealed record Area
{
    public required AreaId Id { get; init; }

    public required AreaKind Kind { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Lead { get; init; }

    /// <summary>The questions that may be asked.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Questions that are switched off or retired: never asked, but having asked one was still this area's turn.</summary>
    public IReadOnlyList<QuestionId> Off { get; init; } = [];
}
