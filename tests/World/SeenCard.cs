using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.World;

/// <summary>A card as the person who looks at it sees it: lines of text, fields and buttons.</summary>
internal sealed class SeenCard
{
    private const int Largest = 28 * 1024;

    private readonly JsonObject json;

    public SeenCard(JsonObject json)
    {
        this.json = json;
        Assert.True(ToString().Length < Largest, "Teams takes no card as large as this one.");
    }

    /// <summary>Every line in the card's body, top to bottom. Fallbacks, labels and choices are not among them.</summary>
    public IReadOnlyList<string> Lines => [.. Elements().Select(TextOf).OfType<string>()];

    /// <summary>The lines in which markdown is read: nothing that a person wrote may be among them.</summary>
    public IReadOnlyList<string> MarkdownLines => [.. Elements().Where(element => (string?)element["type"] is "TextBlock" or "FactSet").Select(TextOf).OfType<string>()];

    /// <summary>The titles of the buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. Actions().Select(action => (string)action["title"]!)];

    /// <summary>The bars of the chart, such as <c>1: 0, 2: 3</c>; null when there is no chart.</summary>
    public string? Bars => Elements().FirstOrDefault(element => (string?)element["type"] == "Chart.VerticalBar") is { } chart
        ? string.Join(", ", chart["data"]!.AsArray().Select(bar => $"{bar!["x"]}: {bar["y"]}"))
        : null;

    /// <summary>The fields by id, with the value that stands in each; null in an empty one.</summary>
    public IReadOnlyDictionary<string, string?> Fields => Elements()
        .Where(element => ((string?)element["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true)
        .ToDictionary(input => (string)input["id"]!, input => input["value"]?.ToString());

    public JsonObject Button(string verb) =>
        Actions().SingleOrDefault(action => (string?)action["verb"] == verb)
        ?? throw new InvalidOperationException($"There is no button for {verb}, only: {string.Join(", ", Actions().Select(action => action["verb"]))}.");

    public bool Has(string verb) => Actions().Any(action => (string?)action["verb"] == verb);

    /// <summary>All the buttons of one kind, such as one for each person.</summary>
    public IReadOnlyList<JsonObject> AllButtons(string verb) => [.. Actions().Where(action => (string?)action["verb"] == verb)];

    /// <summary>The titles of what can be chosen in a field.</summary>
    public IReadOnlyList<string> Choices(string field) =>
        [.. Elements().Single(element => (string?)element["id"] == field)["choices"]!.AsArray().Select(choice => (string)choice!["title"]!)];

    public JsonObject ButtonNamed(string title) => Actions().Single(action => (string?)action["title"] == title);

    /// <summary>All of it as one text: what is not in here, nobody was shown.</summary>
    public override string ToString() => json.ToJsonString(Readable);

    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IEnumerable<JsonObject> Actions() =>
        Elements().SelectMany(element => element["actions"]?.AsArray() ?? []).Select(action => action!.AsObject());

    private IEnumerable<JsonObject> Elements() => Within(json["body"]!.AsArray());

    private static IEnumerable<JsonObject> Within(JsonArray elements) => elements
        .Select(element => element!.AsObject())
        .SelectMany(element => Children(element).Prepend(element));

    private static IEnumerable<JsonObject> Children(JsonObject element) =>
        Within(element["items"]?.AsArray() ?? []).Concat(Within(element["columns"]?.AsArray() ?? []));

    private static string? TextOf(JsonObject element) => (string?)element["type"] switch
    {
        "TextBlock" => (string?)element["text"],
        "RichTextBlock" => string.Concat(element["inlines"]!.AsArray().Select(run => (string?)run!["text"])),
        "FactSet" => string.Join('\n', element["facts"]!.AsArray().Select(fact => $"{fact!["title"]}: {fact["value"]}")),
        _ => null,
    };
}
