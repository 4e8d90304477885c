using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The department's answer to one question, as the anonymity gate let it through. It holds nothing to take away again.</summary>
public static class SummaryCard
{
    /// <summary>Texts on one page, in bytes as sent: with everything else, and their beginning spoken, the card stays under 28 KB.</summary>
    private const int PageSize = 17_000;

    public static AdaptiveCard Render(SummaryView summary, int page, CardTexts texts)
    {
        var pages = Pages(summary.Texts);
        var shown = Math.Clamp(page, 0, pages.Count - 1);
        return Parts.Card(
            texts,
            texts.SummaryNotice(summary.Area) + " – " + texts.Participation(summary.Answered, summary.Asked),
            [
                Parts.Kicker(texts.SummaryKicker(summary.Team)),
                Parts.Heading(summary.Area),
                PromptCard.QuestionText(summary.Question),
                .. shown == 0 ? FirstPage(summary, texts) : [],
                .. Voices(summary, pages, shown, texts),
                .. shown == 0 ? Next(summary, texts) : [],
                .. Turning(summary, pages.Count, shown, texts),
            ]) with
        {
            Speak = SummarySpeech.Of(summary, pages[shown], texts),
        };
    }

    private static IEnumerable<Element> FirstPage(SummaryView summary, CardTexts texts)
    {
        yield return new TextBlock
        {
            Text = texts.Participation(summary.Answered, summary.Asked),
            Size = TextSize.Medium,
            Spacing = Spacing.Medium,
        };
        if (summary.Hidden is { } hidden)
        {
            yield return new Container { Style = ContainerStyle.Emphasis, Items = [Parts.Line(HiddenReason(hidden, summary.Threshold, texts))] };
        }

        foreach (var element in SummaryPicture.Render(summary, texts))
        {
            yield return element;
        }
    }

    internal static string HiddenReason(HiddenBecause reason, int threshold, CardTexts texts) => reason switch
    {
        HiddenBecause.NobodyAnswered => texts.NobodyAnswered,
        HiddenBecause.FewAnonymous => texts.HiddenFewAnonymous(threshold),
        _ => texts.HiddenFewAnswers(threshold),
    };

    private static IEnumerable<Element> Voices(SummaryView summary, List<VoiceView[]> pages, int page, CardTexts texts)
    {
        // Where texts are held back, nothing is said of how many there are.
        if (summary.Hidden is not null && summary.Texts.Count == 0)
        {
            yield break;
        }

        yield return Parts.Subheading(pages.Count == 1 ? texts.TextsTitle : texts.PageOf(page + 1, pages.Count));
        if (summary.Texts.Count == 0)
        {
            yield return Parts.Subtle(texts.NoTexts);
        }

        foreach (var voice in pages[page])
        {
            yield return Voice(voice);
        }

        if (pages[page].Any(voice => voice.Name is null))
        {
            yield return Parts.Subtle(texts.TextsOrder);
        }
    }

    private static Container Voice(VoiceView voice) => new()
    {
        Spacing = Spacing.Small,
        Style = ContainerStyle.Emphasis,
        Items = voice.Name is { } name
            ? [Parts.Words(voice.Text), Parts.SubtleWords("– " + name)]
            : [Parts.Words(voice.Text)],
    };

    private static IEnumerable<Element> Next(SummaryView summary, CardTexts texts) =>
    [
        Parts.Subheading(texts.NextTitle),
        summary.Next is { } next
            ? Parts.Words(texts.Capital(texts.Moment(next.OpensAt)) + ": " + next.Question, Spacing.Small)
            : Parts.Subtle(texts.NextNone),
    ];

    private static IEnumerable<Element> Turning(SummaryView summary, int pages, int page, CardTexts texts)
    {
        var buttons = new List<CardAction>();
        if (page + 1 < pages)
        {
            buttons.Add(Parts.Button(texts.MoreAnswers, Verbs.SummaryShow, summary.Data with { Page = page + 1 }));
        }

        if (page > 0)
        {
            buttons.Add(Parts.Button(texts.FirstPage, Verbs.SummaryShow, summary.Data with { Page = 0 }));
        }

        return buttons.Count == 0 ? [] : [Parts.Buttons(buttons)];
    }

    private static List<VoiceView[]> Pages(IReadOnlyList<VoiceView> voices)
    {
        var pages = new List<VoiceView[]>();
        var page = new List<VoiceView>();
        foreach (var voice in voices)
        {
            // A text too long for the first page, where most else stands, has the second one to itself.
            if ((page.Count > 0 || pages.Count == 0) && page.Sum(Size) + Size(voice) > PageSize)
            {
                pages.Add([.. page]);
                page.Clear();
            }

            page.Add(voice);
        }

        pages.Add([.. page]);
        return pages;
    }

    // The JSON around a text and a name is less than 300 bytes.
    private static int Size(VoiceView voice) => 300 + SentSize.Of(voice.Text) + SentSize.Of(voice.Name ?? string.Empty);
}
