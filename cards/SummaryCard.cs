using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The department's answer to one question, as the anonymity gate let it through. It holds nothing to take away again.</summary>
public static class SummaryCard
{
    /// <summary>A minute's reading, and for the department head the ways on from here.</summary>
    public static AdaptiveCard Render(SummaryView summary, CardTexts texts) =>
        Card(summary, texts, [.. Overview(summary, texts), summary.SharedBy is null ? HeadsButtons(summary, texts) : null]);

    /// <summary>What the others will see, before it is sent to them.</summary>
    public static AdaptiveCard Preview(SummaryView summary, string whom, ActionData data, CardTexts texts) => Card(
        summary,
        texts,
        [
            .. Overview(summary, texts),
            Parts.Buttons(
                Parts.WithoutFields(texts.ShareNow, Verbs.ShareSend, data) with { Style = ActionStyle.Positive },
                Parts.WithoutFields(texts.EditComment, Verbs.ShareShow, data),
                Parts.WithoutFields(texts.FirstPage, Verbs.SummaryShow, summary.Data)),
        ],
        Parts.Success(texts.SharePreview(whom)));

    /// <summary>One page of the texts, each in full.</summary>
    public static AdaptiveCard Reading(SummaryView summary, int page, int pages, CardTexts texts)
    {
        var (more, back) = summary.SharedBy is null ? (Verbs.SummaryTexts, Verbs.SummaryShow) : (Verbs.SharedTexts, Verbs.SharedShow);
        return Card(
            summary,
            texts,
            [
                Parts.Subheading(pages == 1 ? texts.TextsTitle : texts.PageOf(page + 1, pages)),
                .. summary.Texts.Select(Voice),
                summary.Texts.Any(voice => voice.Name is null) ? Parts.Subtle(texts.TextsOrder) : null,
                Pager.Render(more, page, pages, summary.Data, texts),
                Parts.Buttons(Parts.WithoutFields(texts.FirstPage, back, summary.Data with { Page = null })),
            ]);
    }

    public static string HiddenReason(HiddenBecause reason, int threshold, CardTexts texts) => reason switch
    {
        HiddenBecause.NobodyAnswered => texts.NobodyAnswered,
        HiddenBecause.FewAnonymous => texts.HiddenFewAnonymous(threshold),
        _ => texts.HiddenFewAnswers(threshold),
    };

    public static string TookPart(SummaryView summary, CardTexts texts) => summary.LastTime is { } last
        ? texts.ParticipationBefore(summary.Answered, summary.Asked, last.Answered, last.Asked)
        : texts.Participation(summary.Answered, summary.Asked);

    private static AdaptiveCard Card(SummaryView summary, CardTexts texts, IEnumerable<Element?> body, Element? banner = null) => Parts.Card(
        texts,
        texts.SummaryNotice(summary.Area) + " – " + texts.Participation(summary.Answered, summary.Asked),
        [
            banner,
            Parts.Kicker(texts.SummaryKicker(summary.Team)),
            Parts.Heading(summary.Area),
            PromptCard.QuestionText(summary.Question),
            .. body,
        ]) with
    {
        Speak = SummarySpeech.Of(summary, texts),
    };

    private static IEnumerable<Element?> Overview(SummaryView summary, CardTexts texts) =>
    [
        .. From(summary, texts),
        new TextBlock { Text = TookPart(summary, texts), Size = TextSize.Medium, Spacing = Spacing.Medium },
        summary.Hidden is { } hidden
            ? new Container { Style = ContainerStyle.Emphasis, Items = [Parts.Line(HiddenReason(hidden, summary.Threshold, texts))] }
            : null,
        .. SummaryPicture.Render(summary, texts),
        .. summary.Movement.Select(line => Parts.Words(line, Spacing.Small)),
        .. Voices(summary, texts),
        .. Words(summary, texts),
        .. Onwards(summary, texts),
    ];

    private static IEnumerable<Element> From(SummaryView summary, CardTexts texts)
    {
        if (summary.SharedBy is not { } shared)
        {
            yield break;
        }

        yield return Parts.SubtleWords(shared.Name is { } name ? texts.SharedByName(name) : texts.SharedByItself, Spacing.Small);
        if (shared.Comment is { } comment)
        {
            yield return new Container { Style = ContainerStyle.Good, Items = [Parts.Words(comment)] };
        }
    }

    private static IEnumerable<Element> Voices(SummaryView summary, CardTexts texts)
    {
        // Where texts are held back, nothing is said of how many there are.
        if (summary.Hidden is not null && summary.Texts.Count == 0)
        {
            yield break;
        }

        yield return Parts.Subheading(texts.TextsTitle);
        if (summary.Texts.Count == 0)
        {
            yield return Parts.Subtle(texts.NoTexts);
        }

        foreach (var voice in summary.Texts)
        {
            yield return Voice(voice);
        }

        if (summary.HasMore)
        {
            yield return Parts.Buttons(Parts.WithoutFields(texts.AllTexts, summary.SharedBy is null ? Verbs.SummaryTexts : Verbs.SharedTexts, summary.Data));
        }
        else if (summary.Texts.Any(voice => voice.Name is null))
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

    private static IEnumerable<Element> Words(SummaryView summary, CardTexts texts) => summary.Words.Count == 0 ? [] :
    [
        Parts.Subheading(texts.WordsTitle),
        Parts.Words(string.Join(" · ", summary.Words.Select(word => texts.WordLeaders(word.Text, word.Leaders))), Spacing.Small),
    ];

    private static IEnumerable<Element> Onwards(SummaryView summary, CardTexts texts) =>
    [
        Parts.Subheading(texts.MeetingTitle),
        Parts.Words(summary.Question.Probe, Spacing.Small),
        Parts.Subheading(texts.NextTitle),
        summary.Next is { } next
            ? Parts.Words(texts.Capital(texts.Moment(next.OpensAt)) + ": " + next.Question, Spacing.Small)
            : Parts.Subtle(texts.NextNone),
        .. summary.Shared.Select(line => Parts.SubtleWords("✓ " + line)),
    ];

    private static ActionSet HeadsButtons(SummaryView summary, CardTexts texts) => Parts.Buttons(
        Parts.WithoutFields(texts.Share, Verbs.ShareShow, summary.Data),
        Parts.WithoutFields(texts.TrendTitle, Verbs.SummaryTrend, summary.Data),
        Parts.WithoutFields(texts.EarlierRounds, Verbs.SummaryHistory, summary.Data),
        Parts.WithoutFields(texts.AsFile, Verbs.SummaryFiles, summary.Data));
}
