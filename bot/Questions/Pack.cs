namespace ReflectionBot.Questions;

/// <summary>A pack's lasting name, e.g. <c>fire-temaer</c>.</summary>
internal readonly record struct PackId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The document a pack's questions come from. JSON: <c>title</c>, <c>publisher</c>, <c>year</c> (null where it is not known).</summary>
internal sealed record Source(string Title, string Publisher, int? Year);

/// <summary>Areas that are switched on and off together.</summary>
internal sealed record Pack
{
    public required PackId Id { get; init; }

    public required LocalizedText Title { get; init; }

    public required Source Source { get; init; }

    public required bool EnabledByDefault { get; init; }

    public required IReadOnlyList<Area> Areas { get; init; }
}
