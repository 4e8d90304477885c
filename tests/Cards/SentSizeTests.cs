using ReflectionBot.Cards;

namespace ReflectionBot.Tests.Cards;

public sealed class SentSizeTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("æøå", 6)]
    [InlineData("–€", 6)]
    [InlineData("😀", 12)]
    [InlineData("\"\\\n", 6)]
    public void Bytes_are_those_of_the_json(string text, int bytes) => Assert.Equal(bytes, SentSize.Of(text));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("aæ", 2, "a")]
    [InlineData("a😀b", 12, "a")]
    [InlineData("a😀b", 13, "a😀")]
    [InlineData("abc", 0, "")]
    public void A_cut_is_between_characters(string text, int bytes, string kept) => Assert.Equal(kept, SentSize.Cut(text, bytes));
}
