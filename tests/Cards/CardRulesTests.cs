using System.Text.Json.Nodes;
using ReflectionBot.Cards;

namespace ReflectionBot.Tests.Cards;

/// <summary>What every card must keep to, whatever it says.</summary>
public sealed class CardRulesTests
{
    // Adaptive Cards 1.2 and older: what a client shows that has not been updated for years.
    private static readonly HashSet<string> Old =
    [
        "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "FactSet", "Image", "ImageSet", "Media", "Container", "ColumnSet", "Column",
        "ActionSet", "Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet",
        "Action.Submit", "Action.OpenUrl", "Action.ShowCard", "Action.ToggleVisibility", "Data.Query",
    ];

    private static readonly HashSet<string> CarriedByButtons = ["verb", "team", "slot", "page", "form", "comment", "about"];

    public static TheoryData<string, string> Names => SampleCards.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_newer_than_1_2_has_a_fallback_that_is_not(string name, string language)
    {
        foreach (var node in Newer(name, language))
        {
            Assert.True(node["fallback"] is JsonObject, $"{node.Type()} has no fallback");
            Assert.Contains(node["fallback"]!.Type(), Old);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_button_and_its_fallback_ask_for_the_same(string name, string language)
    {
        foreach (var button in Newer(name, language).Where(node => node.Type() == "Action.Execute"))
        {
            var fallback = button["fallback"]!;
            var data = fallback["data"]!.DeepClone().AsObject();
            Assert.Equal((string?)button["verb"], (string?)data["verb"]);
            Assert.Equal((string?)button["title"], (string?)fallback["title"]);
            Assert.Equal((string?)button["associatedInputs"], (string?)fallback["associatedInputs"]);
            data.Remove("verb");
            Assert.True(JsonNode.DeepEquals(button["data"], data), $"{fallback["data"]} is not {button["data"]}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_has_a_label_and_an_id_of_its_own(string name, string language)
    {
        var fields = Inputs(name, language).ToList();
        Assert.All(fields, field => Assert.False(string.IsNullOrWhiteSpace((string?)field["label"]), $"{field["id"]} has no label"));
        Assert.All(fields, field => Assert.False(string.IsNullOrWhiteSpace((string?)field["id"]), $"{field["label"]} has no id"));
        Assert.Equal(fields.Count, fields.Select(field => (string?)field["id"]).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_field_bears_a_name_that_buttons_carry(string name, string language) =>
        Assert.DoesNotContain(Inputs(name, language), field => CarriedByButtons.Contains((string)field["id"]!));

    [Fact]
    public void The_names_that_buttons_carry_are_all_known_here() => Assert.Equal(
        ["About", "Comment", "Form", "Member", "On", "Own", "Page", "Seen", "Slot", "Team", "Verb"],
        typeof(ActionData).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_chosen_is_among_the_choices(string name, string language)
    {
        foreach (var set in Inputs(name, language).Where(field => field.Type() == "Input.ChoiceSet" && name != "setup-problems"))
        {
            var values = set["choices"]!.AsArray().Select(choice => (string)choice!["value"]!).ToList();
            Assert.All(((string?)set["value"])?.Split(',') ?? [], chosen => Assert.Contains(chosen, values));
            Assert.Equal(values.Count, values.Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void At_most_six_buttons_stand_in_a_row_and_each_says_something_else(string name, string language)
    {
        foreach (var set in CardNodes.Typed(SampleCards.Render(name, language)).Where(node => node.Type() == "ActionSet"))
        {
            var titles = set["actions"]!.AsArray().Select(action => (string)action!["title"]!).ToList();
            Assert.InRange(titles.Count, 1, 6);
            Assert.Equal(titles.Count, titles.Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_names_its_language_and_says_in_one_line_what_it_is(string name, string language)
    {
        var card = SampleCards.Render(name, language);
        Assert.Equal(language, card.Lang);
        Assert.False(string.IsNullOrWhiteSpace(card.FallbackText));
        Assert.Equal(("AdaptiveCard", "1.5"), (card.Type, card.Version));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_wraps(string name, string language) => Assert.All(
        CardNodes.Typed(SampleCards.Render(name, language)).Where(node => node.Type() == "TextBlock"),
        block => Assert.True((bool?)block["wrap"]));

    private static IEnumerable<JsonObject> Newer(string name, string language) =>
        CardNodes.Typed(SampleCards.Render(name, language)).Where(node => !Old.Contains(node.Type()));

    private static IEnumerable<JsonObject> Inputs(string name, string language) =>
        CardNodes.Typed(SampleCards.Render(name, language)).Where(node => node.Type().StartsWith("Input.", StringComparison.Ordinal));
}
