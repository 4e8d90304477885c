using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ReflectionBot.Connector;

namespace ReflectionBot.Conversations;

internal enum ChatWord
{
    None,
    Help,
    Status,
    Settings,
    Summary,
    Answer,
    Organisation,
    Journal,
    Choices,
    Data,
    Export,
    Delete,
}

/// <summary>Reads the word a person wrote, in either language, with or without a mention of the bot in front.</summary>
internal static partial class ChatWords
{
    public static (ChatWord Word, bool IsEnglish) Read(Activity activity) => Plain(activity) switch
    {
        "hjælp" or "hjaelp" => (ChatWord.Help, false),
        "help" => (ChatWord.Help, true),
        "status" => (ChatWord.Status, false),
        "indstillinger" or "indstilling" => (ChatWord.Settings, false),
        "settings" => (ChatWord.Settings, true),
        "opsummering" => (ChatWord.Summary, false),
        "summary" => (ChatWord.Summary, true),
        "organisation" or "organisationen" => (ChatWord.Organisation, false),
        "organization" => (ChatWord.Organisation, true),
        "mine refleksioner" or "mine svar" or "refleksioner" => (ChatWord.Journal, false),
        "my reflections" or "my answers" or "reflections" => (ChatWord.Journal, true),
        "mine valg" or "pause" or "sprog" or "påmindelser" => (ChatWord.Choices, false),
        "my choices" or "language" or "reminders" or "break" => (ChatWord.Choices, true),
        "mine data" => (ChatWord.Data, false),
        "my data" => (ChatWord.Data, true),
        "eksportér mine data" or "eksporter mine data" or "hent mine data" => (ChatWord.Export, false),
        "export my data" or "get my data" => (ChatWord.Export, true),
        "slet mine data" => (ChatWord.Delete, false),
        "delete my data" => (ChatWord.Delete, true),
        "svar" => (ChatWord.Answer, false),
        "answer" => (ChatWord.Answer, true),
        _ => (ChatWord.None, false),
    };

    private static string Plain(Activity activity)
    {
        var text = activity.Text ?? string.Empty;
        foreach (var mention in activity.Entities ?? [])
        {
            if (mention is { Type: "mention", Text.Length: > 0 } && mention.Mentioned?.Id == activity.Recipient?.Id
                && text.IndexOf(mention.Text, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                text = text.Remove(at, mention.Text.Length);
        }

        var plain = WebUtility.HtmlDecode(LeadingMention().Replace(text, string.Empty));
        return Normalised(plain).Trim(' ', '\n', '\r', '\t', '\u00A0', '.', '!', '?', '"', '»', '«').ToLowerInvariant();
    }

    // A lone half of a surrogate pair cannot be normalised, and is no word either.
    private static string Normalised(string text) =>
        text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) ? string.Empty : text.Normalize(NormalizationForm.FormC);

    [GeneratedRegex("^\\s*<at>[^<]{0,200}</at>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingMention();
}
