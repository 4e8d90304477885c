using ReflectionBot.Answers;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Summaries;

/// <summary>Each rule of the gate, as somebody would explain it to the one who answered.</summary>
public sealed class AnonymityTests
{
    private const int K = 5;

    [Fact]
    public void Five_anonymous_answers_are_shown_with_their_picture()
    {
        var summary = Release([Anonymous(1, "a"), Anonymous(2, "b"), Anonymous(3), Anonymous(4), Anonymous(5)]);
        Assert.Equal(Hidden.Nothing, summary.Hidden);
        Assert.Equal([1, 1, 1, 1, 1], Bars(summary));
        Assert.Equal(3.0, summary.Picture!.Mean);
        Assert.Equal(["a", "b"], Texts(summary));
    }

    [Fact]
    public void Four_answers_are_participation_and_nothing_else()
    {
        var summary = Release([Anonymous(1, "a"), Anonymous(2, "b"), Anonymous(3), Anonymous(4)]);
        Assert.Equal((4, 12, 5), (summary.Answered, summary.Asked, summary.Threshold));
        AssertNothingBut(Hidden.Everything, summary);
    }

    [Fact]
    public void Four_named_answers_are_hidden_too() =>
        AssertNothingBut(Hidden.Everything, Release([Named("Anna", 1, "a"), Named("Bo", 2, "b"), Named("Cai", 3, "c"), Named("Dan", 4, "d")]));

    [Fact]
    public void Private_answers_do_not_help_to_reach_five() =>
        AssertNothingBut(Hidden.Everything, Release([Anonymous(1, "a"), Anonymous(2), Anonymous(3), Anonymous(4), Private(5, "p"), Private(5, "q")]));

    [Fact]
    public void Private_answers_are_not_in_the_picture_or_among_the_texts()
    {
        var summary = Release([Anonymous(1), Anonymous(1), Anonymous(1), Anonymous(1), Anonymous(1), Private(5, "only mine")]);
        Assert.Equal([5, 0, 0, 0, 0], Bars(summary));
        Assert.Empty(summary.Voices);
        Assert.Equal(6, summary.Answered);
    }

    [Fact]
    public void One_anonymous_among_many_named_leaves_only_the_named_texts()
    {
        var summary = Release([.. Enumerable.Range(1, 9).Select(number => Named($"Leder {number}", 5, $"text {number}")), Anonymous(1, "secret")]);
        Assert.Equal(Hidden.Anonymous, summary.Hidden);
        Assert.Null(summary.Picture);
        Assert.Equal(9, summary.Voices.Count);
        Assert.All(summary.Voices, voice => Assert.Equal("text " + voice.Name![6..], voice.Text));
    }

    [Fact]
    public void Five_anonymous_among_named_are_shown()
    {
        var summary = Release([Named("Anna", 5, "named"), .. Enumerable.Range(1, 5).Select(step => Anonymous(step, $"anonymous {step}"))]);
        Assert.Equal(Hidden.Nothing, summary.Hidden);
        Assert.Equal([1, 1, 1, 1, 2], Bars(summary));
        Assert.Equal([new Voice("named", "Anna")], summary.Voices.Where(voice => voice.Name is not null));
        Assert.Equal(5, summary.Voices.Count(voice => voice.Name is null));
    }

    [Fact]
    public void When_everybody_gives_their_name_everything_is_shown()
    {
        var summary = Release([.. Enumerable.Range(1, 5).Select(step => Named($"Leder {step}", step, $"text {step}"))]);
        Assert.Equal(Hidden.Nothing, summary.Hidden);
        Assert.Equal([1, 1, 1, 1, 1], Bars(summary));
        Assert.Equal(5, summary.Voices.Count);
    }

    [Fact]
    public void A_name_on_an_anonymous_answer_goes_no_further()
    {
        var summary = Release([.. Enumerable.Range(1, 5).Select(step => new Answer(step, "text", Visibility.Anonymous, "Leaked"))]);
        Assert.All(summary.Voices, voice => Assert.Null(voice.Name));
    }

    [Fact]
    public void Nobody_is_not_the_same_as_few()
    {
        AssertNothingBut(Hidden.NobodyAnswered, Gate.Release(Ask.Scale, new ParticipationCount(0, 12), [], K));
        AssertNothingBut(Hidden.Everything, Gate.Release(Ask.Scale, new ParticipationCount(2, 12), [Private(1, "p"), Private(2, "q")], K));
    }

    [Fact]
    public void The_threshold_is_the_rounds_own()
    {
        Answer[] three = [Anonymous(1), Anonymous(2), Anonymous(3)];
        Assert.Equal(Hidden.Nothing, Gate.Release(Ask.Scale, new ParticipationCount(3, 3), three, 3).Hidden);
        Assert.Equal(Hidden.Everything, Gate.Release(Ask.Scale, new ParticipationCount(3, 3), three, 4).Hidden);
    }

    [Fact]
    public void An_answer_without_text_has_no_voice() =>
        Assert.Empty(Release([Anonymous(1), Anonymous(2), Anonymous(3), Anonymous(4), Anonymous(5)]).Voices);

    [Fact]
    public void The_same_text_twice_is_there_twice() =>
        Assert.Equal(["same", "same"], Texts(Release([Anonymous(1, "same"), Anonymous(2, "same"), Anonymous(3), Anonymous(4), Anonymous(5)])));

    private static Shown Release(Answer[] answers) =>
        Gate.Release(Ask.Scale, new ParticipationCount(answers.Length, 12), answers, K);

    private static void AssertNothingBut(Hidden reason, Shown summary)
    {
        Assert.Equal(reason, summary.Hidden);
        Assert.Null(summary.Picture);
        Assert.Empty(summary.Voices);
    }

    private static IEnumerable<int> Bars(Shown summary) => summary.Picture!.Counts.Select(bar => bar.Answers);

    private static IEnumerable<string> Texts(Shown summary) => summary.Voices.Select(voice => voice.Text).Order(StringComparer.Ordinal);

    private static Answer Anonymous(int value, string? text = null) => new(value, text, Visibility.Anonymous);

    private static Answer Named(string name, int value, string text) => new(value, text, Visibility.Named, name);

    private static Answer Private(int value, string text) => new(value, text, Visibility.Private);
}
