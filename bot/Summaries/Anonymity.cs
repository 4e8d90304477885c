using ReflectionBot.Answers;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// The one gate from answers to anything that anyone else sees. Private answers stop here. Below k shared answers only
/// participation passes; with named answers but fewer than k anonymous ones, only the named texts pass, because any total
/// less the named answers would be the anonymous ones.
/// </summary>
internal static class Anonymity
{
    /// <summary>Everything but the texts; those pass one by one, by what was decided here.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="count">How many of how many took part, private answers included.</param>
    /// <param name="answers">Every answer of the closed round; their texts are not looked at.</param>
    /// <param name="threshold">k, as the round's prompts promised it.</param>
    public static Summary Release(Question question, ParticipationCount count, IReadOnlyCollection<Answer> answers, int threshold)
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
        };
    }

    /// <summary>What passes of one answer's text; null when nothing does. In no order that means anything: whoever keeps it gives it one.</summary>
    public static Voice? Release(Answer answer, Hidden hidden) => (answer.Visibility, hidden) switch
    {
        _ when answer.Text is null => null,
        (Visibility.Named, Hidden.Nothing or Hidden.Anonymous) => new Voice(answer.Text, answer.Name, answer.By),
        (Visibility.Anonymous, Hidden.Nothing) => new Voice(answer.Text, null),
        _ => null,
    };

    private static Hidden HiddenOf(ParticipationCount count, int shared, int anonymous, int threshold) => (shared, anonymous) switch
    {
        (0, _) when count.Answered == 0 => Hidden.NobodyAnswered,
        _ when shared < threshold => Hidden.Everything,
        (_, > 0) when anonymous < threshold => Hidden.Anonymous,
        _ => Hidden.Nothing,
    };
}
