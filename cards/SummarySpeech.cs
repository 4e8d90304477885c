using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>
/// The summary read aloud, in the order it stands on the page. Of the texts only as many as fit: the rest is read from
/// the page itself.
/// </summary>
internal static class SummarySpeech
{
    /// <summary>Texts, in bytes as sent.</summary>
    private const int MostSpoken = 5_000;

    public static string Of(SummaryView summary, CardTexts texts) =>
        string.Join(' ', Sentences(summary, texts).Select(Sentence));

    private static IEnumerable<string> Sentences(SummaryView summary, CardTexts texts)
    {
        yield return texts.SummaryNotice(summary.Area);
        yield return summary.Question.Text;
        yield return SummaryCard.TookPart(summary, texts);
        if (summary.Hidden is { } hidden)
        {
            yield return SummaryCard.HiddenReason(hidden, summary.Threshold, texts);
        }

        if (summary.Picture is { } picture)
        {
            yield return SummaryPicture.InWords(picture, texts);
            foreach (var line in SummaryPicture.Lines(summary.Question, picture, texts))
            {
                yield return line;
            }
        }

        foreach (var line in summary.Movement)
        {
            yield return line;
        }

        var room = MostSpoken;
        foreach (var said in summary.Texts.Select(voice => (voice.Name ?? texts.Anonymous) + ": " + voice.Text))
        {
            room -= SentSize.Of(said);
            if (room < 0)
            {
                yield break;
            }

            yield return said;
        }
    }

    private static string Sentence(string text) =>
        text.Length > 0 && char.IsPunctuation(text[^1]) ? text : text + ".";
}
