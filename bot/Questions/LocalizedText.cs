using System.Text.Json.Serialization;

namespace ReflectionBot.Questions;

/// <summary>The two languages everything a person reads exists in; Danish is the default.</summary>
internal enum Language
{
    Danish,
    English,
}

/// <summary>One text in both languages. JSON: <c>{ "da": "...", "en": "..." }</c>.</summary>
internal sealed record LocalizedText(
    [property: JsonPropertyName("da")] string Danish,
    [property: JsonPropertyName("en")] string English)
{
    /// <summary>The text in that language. An own question may be written in one language only: then the other one stands in.</summary>
    public string In(Language language)
    {
        var (wanted, other) = language == Language.English ? (English, Danish) : (Danish, English);
        return string.IsNullOrWhiteSpace(wanted) ? other : wanted;
    }
}
