using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Answers;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Summaries;

/// <summary>The picture: five steps, or up to six round spans with the middle and the ends.</summary>
public sealed class PictureOfTests
{
    [Fact]
    public void Steps_are_always_five_with_a_mean()
    {
        var picture = PictureOf.Answers(Ask.Scale, Values(2, 2, 5));
        Assert.Equal("1-1:0 2-2:2 3-3:0 4-4:0 5-5:1", Bars(picture));
        Assert.Equal((3.0, null, null, null), (picture!.Mean, picture.Median, picture.Smallest, picture.Largest));
        Assert.Equal("1-1:1 2-2:0 3-3:0 4-4:0 5-5:0", Bars(PictureOf.Answers(Ask.Dilemma, Values(1))));
    }

    [Fact]
    public void An_open_question_has_none_and_neither_have_no_numbers()
    {
        Assert.Null(PictureOf.Answers(Ask.Open, Values(1, 2, 3)));
        Assert.Null(PictureOf.Answers(Ask.Scale, []));
        Assert.Null(PictureOf.Answers(Ask.Number, [new Answer(null, "text", Visibility.Anonymous)]));
    }

    [Theory]
    [InlineData(new[] { 7 }, "7-7:1")]
    [InlineData(new[] { 3, 3, 3, 3, 3 }, "3-3:5")]
    [InlineData(new[] { 0, 1, 2, 3, 4 }, "0-0:1 1-1:1 2-2:1 3-3:1 4-4:1")]
    [InlineData(new[] { 0, 5 }, "0-1:1 2-3:0 4-5:1")]
    [InlineData(new[] { 3, 8, 12, 14, 24 }, "0-4:1 5-9:1 10-14:2 15-19:0 20-24:1")]
    [InlineData(new[] { 0, 999 }, "0-199:1 200-399:0 400-599:0 600-799:0 800-999:1")]
    [InlineData(new[] { 1, 1000 }, "0-199:1 200-399:0 400-599:0 600-799:0 800-999:0 1000-1199:1")]
    [InlineData(new[] { -5, 5 }, "-5--1:1 0-4:0 5-9:1")]
    public void Numbers_fall_into_round_spans(int[] values, string bars) => Assert.Equal(bars, Bars(PictureOf.Answers(Ask.Number, Values(values))));

    [Theory]
    [InlineData(new[] { 7 }, 7)]
    [InlineData(new[] { 1, 9 }, 5)]
    [InlineData(new[] { 1, 2, 100 }, 2)]
    [InlineData(new[] { 100, 3, 2, 1 }, 2.5)]
    [InlineData(new[] { -2, -1 }, -1.5)]
    [InlineData(new[] { 2147483647, 2147483647 }, 2147483647)]
    public void The_middle_is_the_middle_one_or_between_two(int[] values, double median) =>
        Assert.Equal(median, PictureOf.Answers(Ask.Number, Values(values))!.Median);

    [Fact]
    public void Numbers_have_their_ends_and_no_mean()
    {
        var picture = PictureOf.Answers(Ask.Number, Values(24, 3, 12))!;
        Assert.Equal((null, 12.0, 3, 24), (picture.Mean, picture.Median, picture.Smallest, picture.Largest));
    }

    [Fact]
    public void Spans_hold_every_number_once_and_stand_in_order() => Prop.ForAll(Numbers, values =>
    {
        var bars = PictureOf.Answers(Ask.Number, Values(values))!.Counts;
        return bars.Count is >= 1 and <= 6
            && bars.Sum(bar => bar.Answers) == values.Length
            && bars.All(bar => bar.From <= bar.To)
            && bars.Zip(bars.Skip(1)).All(pair => (long)pair.First.To + 1 == pair.Second.From)
            && values.All(value => bars.Count(bar => bar.From <= value && value <= bar.To) == 1)
            && bars[0].Answers > 0 && bars[^1].Answers > 0;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<int[]> Numbers => (
        from most in Gen.Elements(1, 5, 30, 999, 100_000, int.MaxValue)
        from least in Gen.Elements(0, 0, -1, -most, int.MinValue)
        from values in Gen.OneOf(Gen.Choose(0, most), Gen.Elements(least, most), Gen.Choose(Math.Max(least, -most), most)).NonEmptyListOf()
        select values.ToArray()).ToArbitrary();

    private static string? Bars(Picture? picture) =>
        picture is null ? null : string.Join(' ', picture.Counts.Select(bar => $"{bar.From}-{bar.To}:{bar.Answers}"));

    private static Answer[] Values(params int[] values) => [.. values.Select(value => new Answer(value, null, Visibility.Anonymous))];
}
