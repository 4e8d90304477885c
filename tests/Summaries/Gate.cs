using ReflectionBot.Answers;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;

namespace ReflectionBot.Tests.Summaries;

/// <summary>The gate as a round passes it: first everything but the texts, then each text by what was decided.</summary>
internal static class Gate
{
    public static Shown Release(Question question, ParticipationCount count, IReadOnlyCollection<Answer> answers, int threshold)
    {
        var summary = Anonymity.Release(question, count, answers, threshold);
        return new Shown(summary, [.. answers.Select(answer => Anonymity.Release(answer, summary.Hidden)).OfType<Voice>()]);
    }
}

/// <summary>All that came through.</summary>
internal sealed record Shown(Summary Summary, IReadOnlyList<Voice> Voices)
{
    public int Answered => Summary.Answered;

    public int Asked => Summary.Asked;

    public int Threshold => Summary.Threshold;

    public Hidden Hidden => Summary.Hidden;

    public Picture? Picture => Summary.Picture;
}
