using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The numbers as a bar chart, with the same in words for clients without charts and for screen readers.</summary>
public static class SummaryPicture
{
    public static IEnumerable<Element> Render(SummaryView summary, CardTexts texts)
    {
        if (summary.Picture is not { } picture)
        {
            yield break;
        }

        yield return Parts.Subheading(texts.Distribution);
        yield return new VerticalBarChart
        {
            Title = texts.Distribution,
            Data = [.. picture.Bars.Select(bar => new Elements.Bar(bar.Label, bar.Count))],
            Fallback = Parts.Line(InWords(picture, texts)),
        };
        foreach (var line in Lines(summary.Question, picture, texts))
        {
            yield return Parts.Words(line, Spacing.Small);
        }
    }

    public static string InWords(PictureView picture, CardTexts texts) =>
        string.Join(", ", picture.Bars.Select(bar => texts.BarText(bar.Label, bar.Count)));

    public static IEnumerable<string> Lines(QuestionView question, PictureView picture, CardTexts texts)
    {
        if (question is { Low: { } low, High: { } high })
        {
            yield return texts.ScaleEnds(low, high);
        }

        if (picture.Mean is { } mean)
        {
            yield return texts.Mean(texts.OneDecimal(mean));
        }

        if (picture is { Median: { } median, Smallest: { } smallest, Largest: { } largest })
        {
            yield return texts.Median(texts.AtMostOneDecimal(median), question.Unit ?? string.Empty);
            if (picture is { LowerQuartile: { } lower, UpperQuartile: { } upper })
            {
                yield return texts.Quartiles(texts.AtMostOneDecimal(lower), texts.AtMostOneDecimal(upper), question.Unit ?? string.Empty);
            }

            yield return texts.Range(smallest, largest, question.Unit ?? string.Empty);
        }
    }
}
