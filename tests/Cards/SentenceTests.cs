using System.Text.RegularExpressions;

namespace ReflectionBot.Tests.Cards;

/// <summary>What a person reads is in the two lists of texts and nowhere else in the code.</summary>
public sealed partial class SentenceTests
{
    // Days have names in both languages where the calendar is computed; the words of the chat are read, not shown.
    private static readonly string[] Except = ["bot/Rounds/DanishHolidays.cs", "bot/Conversations/ChatWords.cs"];

    private static readonly string[] Folders = ["bot/Conversations", "bot/Rounds", "bot/Summaries", "bot/Answers", "bot/Delivery", "cards"];

    [Fact]
    public void No_sentence_for_a_person_stands_in_the_code()
    {
        var found =
            from file in Read()
            from line in file.Text.Split('\n')
            where !IsForOperators(line)
            from literal in Literal().Matches(line)
            where IsSentence(literal.Groups["text"].Value)
            select $"{file.Path}: {literal.Value}";
        var all = string.Join('\n', found);
        Assert.True(all.Length == 0, all);
    }

    [Theory]
    [InlineData("Du har svaret nu", true)]
    [InlineData("Færre", true)]
    [InlineData("You have answered", true)]
    [InlineData("yyyy-MM-dd", false)]
    [InlineData("Value Text", false)]
    [InlineData("PartitionKey eq {partition} and RowKey ge {first}", false)]
    [InlineData("{answered} af {asked} har svaret", true)]
    internal void A_sentence_is_known_when_seen(string text, bool expected) => Assert.Equal(expected, IsSentence(text));

    private static IEnumerable<(string Path, string Text)> Read() =>
        Folders
            .SelectMany(SourceFiles.Of)
            .Where(file => !Except.Contains(file.Path) && !file.Path.StartsWith("cards/Texts/", StringComparison.Ordinal));

    private static bool IsForOperators(string line) =>
        line.Contains("LoggerMessage", StringComparison.Ordinal)
        || line.Contains("throw new", StringComparison.Ordinal)
        || line.Contains("ErrorMessage = ", StringComparison.Ordinal)
        || line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    private static bool IsSentence(string text) =>
        DanishLetter().IsMatch(text)
        || (!text.Contains(" eq ", StringComparison.Ordinal) && Word().Count(Hole().Replace(text, " ")) >= 3);

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("[æøåÆØÅ]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DanishLetter();

    [GeneratedRegex(@"(?<=^|\s)\p{L}{2,}(?=$|[\s.,:;!?])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
