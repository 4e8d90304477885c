using System.Diagnostics;
using System.Globalization;
using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Benchmarks.Rows;

/// <summary>The summary of 10,000 answers, computed as it is when a round closes, from texts that come one after another.</summary>
internal static class SummaryRow
{
    private const int Answers = 10_000;

    private static readonly string[] s_words = "vi har for mange mål og taler med borgerne om tillid i hverdagen mens møderne fylder mere end ledelsen ønsker".Split(' ');

    public static Task<IReadOnlyList<Line>> RunAsync(Arguments arguments)
    {
        Run(Answers, 200);
        return Task.FromResult<IReadOnlyList<Line>>([Measure(200), Measure(1_000), Measure(4_000)]);
    }

    private static Line Measure(int length)
    {
        var clock = Stopwatch.StartNew();
        var letters = Enumerable.Range(0, Answers).Sum(number => Text(number, length).Count(char.IsLetter));
        var bare = clock.Elapsed;
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        var kept = Run(Answers, length);
        var took = clock.Elapsed;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        return new Line
        {
            Measure = string.Create(CultureInfo.InvariantCulture, $"a summary of {Answers} answers with texts of {length} characters ({letters / 1_000_000.0:F1} million letters)"),
            Result = string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds:F0} ms"),
            MustReach = "under 1,000 ms; memory does not grow with the texts",
            Baseline = string.Create(CultureInfo.InvariantCulture, $"making the texts and counting their letters: {bare.TotalMilliseconds:F0} ms, ratio {took / bare:F1}"),
            Memory = string.Create(CultureInfo.InvariantCulture, $"{held / 1024.0:F0} KB held"),
        };
    }

    private static object Run(int count, int length)
    {
        var question = new Question { Id = new QuestionId("q"), Type = QuestionType.Scale, Text = new LocalizedText("a", "a"), Probe = new LocalizedText("a", "a") };
        var numbers = Enumerable.Range(0, count).Select(number => new Answer((number % 5) + 1, null, Visibility.Anonymous)).ToList();
        var summary = Anonymity.Release(question, new ParticipationCount(count, count), numbers, 5);
        var (words, places) = (new RecurringWords(), new List<int>(count));
        for (var number = 0; number < count; number++)
        {
            if (Anonymity.Release(new Answer(3, Text(number, length), Visibility.Anonymous), summary.Hidden) is not { } voice)
                continue;
            words.Add(voice.Text);
            places.Add(SentSize.Of(voice.Text));
        }

        return (summary with { Words = words.Top() }, places, words);
    }

    private static string Text(int number, int length) => string.Create(length, number, static (text, seed) =>
    {
        for (var at = 0; at < text.Length; seed = unchecked((seed * 31) + 7))
        {
            var word = s_words[(seed & int.MaxValue) % s_words.Length];
            var part = word.AsSpan(0, Math.Min(word.Length, text.Length - at));
            part.CopyTo(text[at..]);
            at += part.Length;
            if (at < text.Length)
                text[at++] = ' ';
        }
    });
}
