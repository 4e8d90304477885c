using ReflectionBot.Answers;
using ReflectionBot.Questions;

namespace ReflectionBot.Summaries;

/// <summary>The picture of the numbers in a set of answers. Only the anonymity gate asks for it.</summary>
internal static class PictureOf
{
    private const int Steps = 5;
    private const int WantedBars = 5;

    /// <summary>Null for an open question, or when nobody gave a number.</summary>
    public static Picture? Answers(Question question, IEnumerable<Answer> answers)
    {
        List<int> values = [.. answers.Select(answer => answer.Value).OfType<int>().Order()];
        return (question.Type, values.Count) switch
        {
            (_, 0) or (QuestionType.Open, _) => null,
            (QuestionType.Number, _) => new Picture(Spans(values), null, Quantile(values, 0.5), values[0], values[^1])
            {
                LowerQuartile = Quantile(values, 0.25),
                UpperQuartile = Quantile(values, 0.75),
            },
            _ => new Picture(EachStep(values), values.Average(), null, null, null),
        };
    }

    private static Count[] EachStep(List<int> values) =>
        [.. Enumerable.Range(1, Steps).Select(step => new Count(step, step, values.Count(value => value == step)))];

    // Between two values as far as the share lies between their places, as spreadsheets do.
    private static double Quantile(List<int> sorted, double share)
    {
        var place = (sorted.Count - 1) * share;
        var (below, above) = ((double)sorted[(int)Math.Floor(place)], (double)sorted[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }

    // About five spans of the same round width, six where the first begins before the smallest: 0-9, 10-19, ...
    private static Count[] Spans(List<int> sorted)
    {
        var width = RoundWidth(((long)sorted[^1] - sorted[0] + WantedBars) / WantedBars);
        var first = (long)Math.Floor(sorted[0] / (double)width) * width;
        return
        [
            .. Enumerable.Range(0, WantedBars + 1)
                .Select(bar => (From: Math.Max(first + (bar * width), int.MinValue), To: Math.Min(first + ((bar + 1) * width) - 1, int.MaxValue)))
                .TakeWhile(span => span.From <= sorted[^1])
                .Select(span => new Count((int)span.From, (int)span.To, sorted.Count(value => value >= span.From && value <= span.To))),
        ];
    }

    // 1, 2, 5, 10, 20, 50, ...: the first that is wide enough.
    private static long RoundWidth(long atLeast)
    {
        for (var ten = 1L; ; ten *= 10)
        {
            if (new[] { ten, 2 * ten, 5 * ten }.FirstOrDefault(width => width >= atLeast) is > 0 and var found)
                return found;
        }
    }
}
