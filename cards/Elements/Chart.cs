namespace ReflectionBot.Cards.Elements;

/// <summary>Teams' own bar chart. Clients draw no title and read no alternative text, so both belong beside it.</summary>
public sealed record VerticalBarChart : Element
{
    public required string Title { get; init; }

    public required IReadOnlyList<Bar> Data { get; init; }

    public bool ShowBarValues { get; init; } = true;

    public string Color { get; init; } = "categoricalBlue";
}

public sealed record Bar(string X, int Y);
