using System.Collections.Frozen;
using System.Text;

namespace ReflectionBot.Summaries;

/// <summary>
/// The words that several leaders used, each leader counted once for a word whatever its ending. It is told one text after
/// another and keeps only the words. Words that every text has are left out, and so is everything with a digit in it.
/// </summary>
internal sealed class RecurringWords
{
    /// <summary>A word of fewer leaders is nobody else's business.</summary>
    public const int FewestLeaders = 3;

    private const int MostWords = 12;
    private const int ShortestWord = 4;
    private const int ShortestStem = 3;
    private const int LongestWord = 30;

    // The longest first: of "møderne" the whole ending goes, not only its e.
    private static readonly string[] s_endings = ["ernes", "erne", "ens", "ets", "ene", "ing", "ers", "er", "en", "et", "es", "ed", "ne", "e", "s"];

    private static readonly FrozenSet<string> s_common = Read();

    private readonly Dictionary<string, Dictionary<string, int>> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _leaders = new(StringComparer.Ordinal);

    /// <summary>One leader's text.</summary>
    public void Add(string text)
    {
        foreach (var stem in WordsOf(text).GroupBy(Stem, StringComparer.Ordinal))
        {
            _leaders[stem.Key] = _leaders.GetValueOrDefault(stem.Key) + 1;
            if (!_forms.TryGetValue(stem.Key, out var forms))
                _forms[stem.Key] = forms = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var form in stem.Distinct(StringComparer.Ordinal))
                forms[form] = forms.GetValueOrDefault(form) + 1;
        }
    }

    /// <summary>The most used first; at most twelve.</summary>
    public IReadOnlyList<Word> Top() =>
    [
        .. _leaders.Where(pair => pair.Value >= FewestLeaders)
            .Select(pair => new Word(MostUsed(_forms[pair.Key]), pair.Value))
            .OrderByDescending(word => word.Leaders)
            .ThenBy(word => word.Text, StringComparer.Ordinal)
            .Take(MostWords),
    ];

    // Danish and English, a word a line.
    private static FrozenSet<string> Read()
    {
        using var file = new StreamReader(typeof(RecurringWords).Assembly.GetManifestResourceStream("ReflectionBot.Summaries.common-words.txt")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }

    private static string MostUsed(Dictionary<string, int> forms) =>
        forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key.Length).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var lower = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var (start, isWord) = (0, true);
        for (var at = 0; at <= lower.Length; at++)
        {
            var character = at < lower.Length ? lower[at] : ' ';
            if (char.IsLetterOrDigit(character))
            {
                isWord &= char.IsLetter(character);
                continue;
            }

            if (isWord && at - start is >= ShortestWord and <= LongestWord && lower[start..at] is var word && !s_common.Contains(word))
                words.Add(word);
            (start, isWord) = (at + 1, true);
        }

        return words;
    }

    // Ending after ending: "borgernes" and "borgere" meet where no more can go.
    private static string Stem(string word)
    {
        while (Array.Find(s_endings, one => word.Length - one.Length >= ShortestStem && word.EndsWith(one, StringComparison.Ordinal)) is { } ending)
            word = word[..^ending.Length];
        return word;
    }
}
