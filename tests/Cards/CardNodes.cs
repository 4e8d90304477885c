using System.Text.Json.Nodes;
using ReflectionBot.Cards.Elements;

namespace ReflectionBot.Tests.Cards;

/// <summary>A card taken apart: every object in it with a type, and every text with where it stands.</summary>
internal static class CardNodes
{
    public static IEnumerable<JsonObject> Typed(AdaptiveCard card) =>
        Nodes(card.ToJson()).OfType<JsonObject>().Where(node => node["type"] is JsonValue);

    public static string Type(this JsonNode node) => (string)node["type"]!;

    /// <summary>"TextBlock.text", "Input.ChoiceSet.choices.title": the nearest type, and the properties from there.</summary>
    public static IEnumerable<(string Place, string Text)> Texts(AdaptiveCard card) => Texts(card.ToJson(), string.Empty);

    private static IEnumerable<(string Place, string Text)> Texts(JsonNode? node, string place) => node switch
    {
        JsonObject children => children.SelectMany(child => Texts(child.Value, (children["type"] is JsonValue ? children.Type() : place) + "." + child.Key)),
        JsonArray items => items.SelectMany(item => Texts(item, place)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(place, text)],
        _ => [],
    };

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject children => children.SelectMany(child => Nodes(child.Value)).Prepend(node),
        JsonArray items => items.SelectMany(Nodes).Prepend(node),
        null => [],
        _ => [node],
    };
}
