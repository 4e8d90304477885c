using System.Text;

namespace ReflectionBot.Cards;

/// <summary>How much room a text takes in a card as it is sent: UTF-8 bytes of JSON, twelve for an emoji.</summary>
public static class SentSize
{
    public static int Of(string text) => Encoding.UTF8.GetByteCount(CardJson.Letters.Encode(text));

    /// <summary>As much of the text's beginning as takes at most so many bytes, never half a character.</summary>
    public static string Cut(string text, int bytes)
    {
        var kept = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= Of(rune.ToString());
            if (bytes < 0)
            {
                return text[..kept];
            }

            kept += rune.Utf16SequenceLength;
        }

        return text;
    }
}
