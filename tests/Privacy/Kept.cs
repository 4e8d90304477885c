namespace ReflectionBot.Tests.Privacy;

/// <summary>One kind of row. The keys are in the words of the design.</summary>
internal sealed record Kept(string Table, string Partition, string Row, Said Purpose, Said Readers, Said Until)
{
    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>Whether a field of that name is described here; a name that ends in a star stands for all that begin so.</summary>
    public bool Describes(string name) => Names.Any(known => known == name || (known[^1] == '*' && name.StartsWith(known[..^1], StringComparison.Ordinal)));

    public IEnumerable<string> Names => Fields.SelectMany(one => one.Names.Split(", "));
}

/// <summary>Fields that belong together, by their names in storage.</summary>
internal sealed record Field(string Names, string Danish, string English);

/// <summary>One thing in both languages.</summary>
internal sealed record Said(string Danish, string English)
{
    public string In(string language) => language == "da" ? Danish : English;
}
