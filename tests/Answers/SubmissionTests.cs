using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Questions;
using ReflectionBot.Teams;
using ReflectionBot.Tests.Summaries;

namespace ReflectionBot.Tests.Answers;

/// <summary>What a leader may send, and the one thing to mend first when it is not that.</summary>
public sealed class SubmissionTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("5", 5)]
    [InlineData(" 3 ", 3)]
    [InlineData("4.0", 4)]
    internal void A_step_from_1_to_5_is_an_answer(string score, int value)
    {
        Assert.Equal(new Answer(value, null, Visibility.Anonymous), Read(Ask.Scale, score: score).Answer);
        Assert.Equal(new Answer(value, null, Visibility.Anonymous), Read(Ask.Dilemma, score: score).Answer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("2,0")]
    [InlineData("tre")]
    [InlineData("1,2")]
    [InlineData("1e0")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("true")]
    public void Any_other_step_is_refused(string? score)
    {
        Assert.Equal((null, SubmissionProblem.Score), Read(Ask.Scale, score: score));
        Assert.Equal((null, SubmissionProblem.Score), Read(Ask.Dilemma, score: score));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("12.0", 12)]
    [InlineData("12.", 12)]
    [InlineData("+12", 12)]
    [InlineData(" 12\n", 12)]
    [InlineData("012", 12)]
    [InlineData("999", 999)]
    [InlineData("-0", 0)]
    internal void A_whole_number_in_range_is_an_answer(string number, int value) =>
        Assert.Equal(new Answer(value, null, Visibility.Anonymous), Read(Ask.Number, number: number).Answer);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("tre")]
    [InlineData("1e3")]
    [InlineData("12.5")]
    [InlineData("12,0")]
    [InlineData("1.000,0")]
    [InlineData("1,000")]
    [InlineData("-1")]
    [InlineData("1000")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("2147483648")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("12 13")]
    [InlineData("١٢")]
    [InlineData("１２")]
    public void Any_other_number_is_refused(string? number) =>
        Assert.Equal((null, SubmissionProblem.Number), Read(Ask.Number, number: number));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n ")]
    [InlineData("\u00A0\u2003")]
    [InlineData("\u200B")]
    [InlineData("\u200D\uFEFF\u2060 \u00AD")]
    public void An_open_question_wants_some_words(string? text) =>
        Assert.Equal((null, SubmissionProblem.Empty), Read(Ask.Open, text: text));

    [Theory]
    [InlineData("a")]
    [InlineData("**fed** _skrå_ [her](https://example.org)")]
    [InlineData("<at>Alle</at> {{DATE(2026-11-20T09:00:00Z,SHORT)}}")]
    [InlineData("Blåbærgrød på Æbelø 😀 👩🏽‍💻 🇩🇰")]
    [InlineData("første linje\nanden linje\tmed tabulator")]
    [InlineData("\"citat\" \\ 'apostrof' </script>")]
    [InlineData("n\u0303 mañana")]
    public void Words_are_kept_as_written(string text) => Assert.Equal(text, Read(Ask.Open, text: text).Answer!.Text);

    [Fact]
    public void Line_ends_are_one_kind_and_the_ends_are_trimmed()
    {
        Assert.Equal("a\nb\nc", Read(Ask.Open, text: "\r\n a\r\nb\rc \n").Answer!.Text);
        Assert.Equal("a\nb\nc", Read(Ask.Open, text: "a\u2028b\u0085c").Answer!.Text);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u0007b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u009Fb")]
    [InlineData("abc\u202Etxt.exe")]
    [InlineData("\u202Aabc")]
    [InlineData("abc\u2066def\u2069")]
    [InlineData("a\u200Eb")]
    [InlineData("a\u200Fb")]
    [InlineData("a\u061Cb")]
    [InlineData("a\uFFFDb")]
    public void Invisible_tricks_are_refused(string text)
    {
        Assert.Equal((null, SubmissionProblem.Invisible), Read(Ask.Open, text: text));
        Assert.Equal((null, SubmissionProblem.Invisible), Read(Ask.Scale, score: "3", text: text));
    }

    [Fact]
    public void Half_an_emoji_is_refused()
    {
        Assert.Equal((null, SubmissionProblem.Invisible), Read(Ask.Open, text: "a" + (char)0xD83D));
        Assert.Equal((null, SubmissionProblem.Invisible), Read(Ask.Open, text: (char)0xDE00 + "a"));
    }

    [Fact]
    public void Four_thousand_characters_are_the_most()
    {
        Assert.Equal(4_000, Read(Ask.Open, text: new string('a', 4_000)).Answer!.Text!.Length);
        Assert.Equal((null, SubmissionProblem.TooLong), Read(Ask.Open, text: new string('a', 4_001)));
        Assert.Equal((null, SubmissionProblem.TooLong), Read(Ask.Scale, score: "3", text: new string('a', 4_001)));
        Assert.Equal(4_000, Read(Ask.Open, text: "  " + new string('a', 4_000) + "\r\n").Answer!.Text!.Length);
        Assert.Equal(3_999, Read(Ask.Open, text: string.Concat(Enumerable.Repeat("a\r\n", 2_000))).Answer!.Text!.Length);
    }

    [Fact]
    public void An_emoji_takes_the_room_of_two()
    {
        Assert.NotNull(Read(Ask.Open, text: string.Concat(Enumerable.Repeat("😀", 2_000))).Answer);
        Assert.Equal((null, SubmissionProblem.TooLong), Read(Ask.Open, text: string.Concat(Enumerable.Repeat("😀", 2_001))));
    }

    [Theory]
    [InlineData("anonymous", Visibility.Anonymous)]
    [InlineData("named", Visibility.Named)]
    [InlineData("private", Visibility.Private)]
    internal void The_choice_of_who_sees_it_is_taken_as_made(string choice, Visibility visibility) =>
        Assert.Equal(new Answer(3, "a", visibility), Submission.Read(Ask.Scale, new AnswerFields("3", null, "a", choice)).Answer);

    // Never guessed: a wrong guess could show a name.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Named")]
    [InlineData("public")]
    [InlineData("0")]
    public void Without_a_known_choice_nothing_is_taken(string? choice) =>
        Assert.Equal((null, SubmissionProblem.Visibility), Submission.Read(Ask.Scale, new AnswerFields("3", null, "a", choice)));

    [Fact]
    public void Fields_of_another_type_of_question_are_not_looked_at()
    {
        Assert.Equal(new Answer(null, "a", Visibility.Anonymous), Read(Ask.Open, "9", "tre", "a").Answer);
        Assert.Equal(new Answer(3, null, Visibility.Anonymous), Read(Ask.Scale, "3", "tre").Answer);
        Assert.Equal(new Answer(7, null, Visibility.Anonymous), Read(Ask.Number, "9", "7").Answer);
    }

    [Fact]
    public void Only_the_first_thing_to_mend_is_named() =>
        Assert.Equal((null, SubmissionProblem.Score), Submission.Read(Ask.Scale, new AnswerFields("6", null, new string('\0', 5_000), null)));

    private static (Answer? Answer, SubmissionProblem? Problem) Read(Question question, string? score = null, string? number = null, string? text = null) =>
        Submission.Read(question, new AnswerFields(score, number, text, "anonymous"));
}
