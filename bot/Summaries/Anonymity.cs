using System.Security.Cryptography;
using ReflectionBot.Answers;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;

namespace ReflectionBot.Summaries;

/// <summary>
/// The one gate from answers to anything that anyone else sees. Private answers stop here. Below k shared answers only
/// participation passes; with named answers but fewer than k anonymous ones, only the named texts pass, because any total
/// less the named answers would be the anonymous ones.
/// </summary>
internal static class Anonymity
{
    /// <param name="question">What was asked.</param>
    /// <param name="count">How many of how many took part, private answers included.</param>
    /// <param name="answers">Every answer of the closed round.</param>
    /// <param name="threshold">k, as the round's prompts promised it.</param>
    public static Summary Release(Question question, ParticipationCount count, IEnumerable<Answer> answers, int threshold)
    {
        var shared = answers.Where(answer => answer.Visibility != Visibility.Private).ToList();
        var anonymous = shared.Count(answer => answer.Visibility == Visibility.Anonymous);
        var hidden = HiddenOf(count, shared.Count, anonymous, threshold);
        return new Summary
        {
            Answered = count.Answered,
            Asked = count.Asked,
            Threshold = threshold,
            Hidden = hidden,
            Picture = hidden == Hidden.Nothing ? PictureOf.Answers(question, shared) : null,
            Voices = hidden switch
            {
                Hidden.Nothing => Voices(shared),
                Hidden.Anonymous => Voices(shared.Where(answer => answer.Visibility == Visibility.Named)),
                _ => [],
            },
        };
    }

    private static Hidden HiddenOf(ParticipationCount count, int shared, int anonymous, int threshold) => (shared, anonymous) switch
    {
        (0, _) when count.Answered == 0 => Hidden.NobodyAnswered,
        _ when shared < threshold => Hidden.Everything,
        (_, > 0) when anonymous < threshold => Hidden.Anonymous,
        _ => Hidden.Nothing,
    };

    private static Voice[] Voices(IEnumerable<Answer> answers)
    {
        Voice[] voices = [.. answers.Where(answer => answer.Text is not null).Select(answer => new Voice(answer.Text!, NameOf(answer)))];
        RandomNumberGenerator.Shuffle<Voice>(voices);
        return voices;
    }

    private static string? NameOf(Answer answer) => answer.Visibility == Visibility.Named ? answer.Name : null;
}
