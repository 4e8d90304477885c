using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Conversations;

namespace ReflectionBot.Tests.Cards;

/// <summary>The cards that people can make large, at the limit of what the service accepts.</summary>
internal static class LargestCards
{
    private static readonly CardTexts Texts = CardTexts.Danish;
    private static readonly SampleViews Say = new(Texts);

    // Ordinary Danish, the letters that take more room than they seem to, and what somebody may paste for fun.
    private static readonly Dictionary<string, string> Pieces = new(StringComparer.Ordinal)
    {
        ["danish"] = "Vi måler for meget og følger op på for lidt. Ærlig talt! ",
        ["letters"] = "æøåÆØÅ",
        ["emoji"] = "😀🎉",
        ["family"] = "👩🏽‍💻",
        ["quotes"] = "\"'\\<>&",
        ["lines"] = "a\n",
        ["dashes"] = "–€…",
    };

    public static TheoryData<string> Kinds() => [.. Pieces.Keys];

    /// <summary>So many UTF-16 characters of that kind, never half a pair.</summary>
    public static string Text(string kind, int length)
    {
        var text = string.Concat(Enumerable.Repeat(Pieces[kind], (length / Pieces[kind].Length) + 1))[..length];
        return char.IsHighSurrogate(text[^1]) ? text[..^1] + "." : text;
    }

    public static IEnumerable<(string Name, AdaptiveCard Card)> All() =>
        Pieces.Keys.SelectMany(kind => Prompts(kind).Concat(Summaries(kind, 400, 4_000).Take(3)).Concat(Summaries(kind, 400, 60)).Concat(Summaries(kind, 1, 4_000)));

    public static IEnumerable<(string Name, AdaptiveCard Card)> Prompts(string kind)
    {
        var kept = PromptProblems.Keep(new AnswerFields("3", null, Text(kind, 12_000), "anonymous"));
        var saved = Text(kind, 4_000);
        var last = new LastView(new(2026, 9, 14), Text(kind, 300), 3, SummaryPages.Excerpt(saved).Text);
        return
        [
            ($"prompt keeping 12,000 {kind}", PromptCard.Render(Say.Prompt(Say.Scale) with { Typed = kept, Problem = Texts.ErrorTooLong(12_000) }, Texts)),
            ($"prompt with 4,000 {kind}", PromptCard.Render(Say.Prompt(Say.Scale) with { Typed = kept with { Text = saved } }, Texts)),
            ($"journal of {kind}", OwnCards.Journal(Journal(kind, SummaryPages.Excerpt(saved).Text), Texts)),
            ($"data of {kind}", OwnCards.Record([new RecordRow(Text(kind, 100), [Text(kind, 300), Texts.DataNamedLine(saved)])], 1, 3, Texts.DataFallback, Texts)),
            ($"prompt looking back on {kind}", PromptCard.Render(Say.Prompt(Say.Scale) with { Last = last }, Texts)),
            ($"receipt of 4,000 {kind}", ReceiptCard.Answered(Say.Receipt("3", saved, "anonymous"), Texts)),
        ];
    }

    private static JournalView Journal(string kind, string text) => new()
    {
        Entries = [.. Enumerable.Repeat(new JournalEntryView(new(2026, 9, 14), Text(kind, 100), Text(kind, 300), 3, text), 5)],
        Areas = [.. Enumerable.Range(0, 9).Select(number => new JournalArea($"area-{number}", Text(kind, 60)))],
        Page = 0,
        Pages = 9,
    };

    /// <summary>The overview and every page of a summary with so many texts of that length, every third with a name.</summary>
    public static IEnumerable<(string Name, AdaptiveCard Card)> Summaries(string kind, int texts, int length)
    {
        List<VoiceView> voices = [.. Enumerable.Range(0, texts).Select(number => new VoiceView(Text(kind, length), number % 3 == 0 ? "Birgitte Nørgård" : null))];
        List<int> sizes = [.. voices.Select(voice => SentSize.Of(voice.Text) + SentSize.Of(voice.Name ?? string.Empty))];
        var summary = Say.Moved with
        {
            Answered = texts,
            Asked = texts,
            Picture = SampleViews.Steps(3, texts, texts, texts, texts, texts),
            Words = [.. Enumerable.Range(0, 12).Select(number => new WordView(new string((char)('a' + number), 30), 10_000))],
            Texts = [.. voices.Take(SummaryPages.OnOverview(sizes)).Select(voice => voice with { Text = SummaryPages.Excerpt(voice.Text).Text })],
        };
        yield return ($"overview of {texts} times {length} {kind}", SummaryCard.Render(summary, Texts));
        var shared = summary with { SharedBy = new SharedView("Birgitte Nørgård", Text(kind, 400)) };
        yield return ($"preview of {texts} times {length} {kind}", SummaryCard.Preview(shared, Texts.ShareToLeaders(400), SampleViews.Data with { Comment = Text(kind, 400) }, Texts));
        var pages = SummaryPages.Of(sizes);
        foreach (var (page, at) in pages.Select((page, at) => (page, at)))
            yield return ($"summary of {texts} times {length} {kind}, page {at + 1}", SummaryCard.Reading(summary with { Texts = voices.GetRange(page.First, page.Count) }, at, pages.Count, Texts));
    }
}
