using System.Text;
using System.Xml.Linq;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Conversations;

/// <summary>A document that every browser and word processor opens. What people wrote is text in it, never markup.</summary>
internal static class HtmlFile
{
    private const string Style =
        "body{font-family:sans-serif;max-width:42em;margin:2em auto;line-height:1.5}th{text-align:left;padding-right:1em;vertical-align:top}"
        + "blockquote{margin:1em 0;padding-left:1em;border-left:3px solid #ccc;white-space:pre-line}td,p{white-space:pre-line}";

    public static byte[] Write(CardTexts texts, string title, params object?[] body)
    {
        var html = new XElement(
            "html",
            new XAttribute("lang", texts.Lang),
            new XElement("head", new XElement("meta", new XAttribute("charset", "utf-8")), new XElement("title", title), new XElement("style", Style)),
            new XElement("body", body));
        return Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>A row a pair, the label as its heading.</summary>
    public static XElement Table(IEnumerable<(string Label, string Value)> rows) => new(
        "table",
        rows.Select(row => new XElement("tr", new XElement("th", new XAttribute("scope", "row"), Plain(row.Label)), new XElement("td", Plain(row.Value)))));

    public static XElement Quote(string text, string? name) =>
        new("blockquote", Plain(text), name is null ? null : new XElement("footer", "– " + Plain(name)));

    // Half a surrogate pair, or a control character, is no XML.
    public static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t'));
}
