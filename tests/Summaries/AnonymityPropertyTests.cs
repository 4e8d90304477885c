using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Answers;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Summaries;

/// <summary>What the gate keeps, whatever was answered.</summary>
public sealed class AnonymityPropertyTests
{
    [Fact]
    public void Private_answers_change_nothing_but_participation() => ForAll(it =>
    {
        var shared = it with { Answers = it.Shared };
        return Same(Release(it), Release(shared, it.Answers.Count));
    });

    [Fact]
    public void What_a_private_answer_says_does_not_matter() => ForAll(it =>
    {
        var other = it with { Answers = [.. it.Answers.Select(answer => answer.Visibility == Visibility.Private ? new Answer(3, "something else", Visibility.Private, "Else") : answer)] };
        return Same(Release(it), Release(other));
    });

    [Fact]
    public void Fewer_than_k_shared_answers_are_participation_and_nothing_else() => ForAll(it =>
    {
        var summary = Release(it);
        return it.Shared.Count >= it.Threshold || summary is { Picture: null, Voices.Count: 0, Hidden: not (Hidden.Nothing or Hidden.Anonymous) };
    });

    [Fact]
    public void From_one_to_k_less_one_anonymous_answers_there_is_no_picture_and_no_anonymous_text() => ForAll(it =>
    {
        var summary = Release(it);
        return it.Anonymous is 0 || it.Anonymous >= it.Threshold
            || (summary.Picture is null && summary.Hidden != Hidden.Nothing && summary.Voices.All(voice => voice.Name is not null));
    });

    [Fact]
    public void Where_anything_is_hidden_the_scores_do_not_matter() => ForAll(it =>
    {
        var turned = it with { Answers = [.. it.Answers.Select(answer => answer with { Value = answer.Value is { } value ? 6 - value : null })] };
        return Release(it).Hidden == Hidden.Nothing || Same(Release(it), Release(turned));
    });

    [Fact]
    public void Where_anonymous_answers_are_hidden_their_texts_do_not_matter() => ForAll(it =>
    {
        var other = it with { Answers = [.. it.Answers.Select(answer => answer.Visibility == Visibility.Anonymous ? answer with { Text = "else" } : answer)] };
        return Release(it).Hidden == Hidden.Nothing || Same(Release(it), Release(other));
    });

    [Fact]
    public void The_order_of_arrival_does_not_matter() => ForAll(it =>
        Same(Release(it), Release(it with { Answers = [.. it.Answers.Reverse()] }))
        && Same(Release(it), Release(it with { Answers = [.. it.Answers.OrderBy(answer => answer.Text, StringComparer.Ordinal)] })));

    [Fact]
    public void A_name_stands_only_beside_a_text_given_by_name() => ForAll(it => Release(it).Voices.All(voice =>
        voice.Name is null
            ? it.Answers.Any(answer => answer.Visibility == Visibility.Anonymous && answer.Text == voice.Text)
            : it.Answers.Any(answer => answer.Visibility == Visibility.Named && answer.Text == voice.Text && answer.Name == voice.Name)));

    [Fact]
    public void With_enough_answers_none_that_was_shared_is_lost() => ForAll(it =>
    {
        var summary = Release(it);
        return summary.Hidden != Hidden.Nothing
            || (summary.Voices.Count == it.Shared.Count(answer => answer.Text is not null)
                && summary.Picture?.Counts.Sum(bar => bar.Answers) == it.Shared.Count(answer => answer.Value is not null));
    });

    [Fact]
    public void Every_outcome_is_among_those_tried()
    {
        var seen = Round.Any.Generator.Sample(300).Select(it => Release(it).Hidden).ToHashSet();
        Assert.Equal([Hidden.Nothing, Hidden.NobodyAnswered, Hidden.Everything, Hidden.Anonymous], seen.Order());
    }

    private static void ForAll(Func<Round, bool> rule) => Prop.ForAll(Round.Any, rule).QuickCheckThrowOnFailure();

    private static Shown Release(Round it, int? answered = null) =>
        Gate.Release(it.Question, new ParticipationCount(answered ?? it.Answers.Count, 40), it.Answers, it.Threshold);

    /// <summary>Alike in all that is shown, whatever order the texts were shuffled into.</summary>
    private static bool Same(Shown one, Shown other) => Say(one) == Say(other);

    private static string Say(Shown summary) => string.Join('|',
        [
            $"{summary.Answered} {summary.Asked} {summary.Threshold} {summary.Hidden}",
            $"{summary.Picture?.Mean} {summary.Picture?.Median} {summary.Picture?.Smallest} {summary.Picture?.Largest}",
            .. summary.Picture?.Counts.Select(bar => $"{bar}") ?? [],
            .. summary.Voices.Select(voice => $"{voice}").Order(StringComparer.Ordinal),
        ]);

    /// <summary>A round with a scale or a number, some answers of each kind, and a threshold near their count.</summary>
    internal sealed record Round(Question Question, IReadOnlyList<Answer> Answers, int Threshold)
    {
        public static Arbitrary<Round> Any { get; } = (
            from question in Gen.Elements(Ask.Scale, Ask.Number, Ask.Dilemma)
            from threshold in Gen.Choose(3, 7)
            from private_ in Of(Visibility.Private, 0, 3)
            from named in Of(Visibility.Named, 0, 9)
            from anonymous in Of(Visibility.Anonymous, 0, 9)
            from answers in Gen.Shuffle(private_.Concat(named).Concat(anonymous).ToArray())
            select new Round(question, answers, threshold)).ToArbitrary();

        public List<Answer> Shared => [.. Answers.Where(answer => answer.Visibility != Visibility.Private)];

        public int Anonymous => Answers.Count(answer => answer.Visibility == Visibility.Anonymous);

        public override string ToString() => $"k={Threshold} {Question.Type} {string.Join(' ', Answers)}";

        private static Gen<Answer[]> Of(Visibility visibility, int least, int most) =>
            from count in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(least, most)))
            from answers in One(visibility).ArrayOf(count)
            select answers;

        private static Gen<Answer> One(Visibility visibility) =>
            from value in Gen.Choose(1, 5)
            from text in Gen.Elements(null, "Ja", "Nej", "Måske 😀")
            from name in Gen.Elements("Anna", "Bo", "Cai")
            select new Answer(value, text, visibility, visibility == Visibility.Named ? name : null);
    }
}
