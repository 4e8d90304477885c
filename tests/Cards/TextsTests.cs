using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Tests.Cards;

/// <summary>Danish, English and the members of <see cref="CardTexts"/> are three lists of the same texts.</summary>
public sealed partial class TextsTests
{
    private static readonly HashSet<string> NotTexts = ["Lang", "Moment", "Date", "WeeklyMoment", "DayName", "OneDecimal", "AtMostOneDecimal", "Whole", "List", "Capital", "ToString"];

    private static readonly Dictionary<string, string> Danish = Read("Texts.resx");
    private static readonly Dictionary<string, string> English = Read("Texts.en.resx");

    private static readonly List<MethodInfo> Members =
        [.. typeof(CardTexts).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(string) && !NotTexts.Contains(NameOf(method)))];

    // The members alone do not count as use.
    private static readonly List<HashSet<string>> Sources =
        [.. SourceFiles.Of("bot").Concat(SourceFiles.Of("cards"))
            .Where(file => !Path.GetFileName(file.Path).StartsWith("CardTexts.", StringComparison.Ordinal) || file.Path.EndsWith("/CardTexts.cs", StringComparison.Ordinal))
            .Select(file => NotInWords().Split(file.Text).ToHashSet(StringComparer.Ordinal))];

    public static TheoryData<string> Keys => [.. Danish.Keys];

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Danish.Keys, English.Keys);

    [Fact]
    public void Every_text_has_a_member_and_every_member_a_text() =>
        Assert.Equal(Danish.Keys.Order(StringComparer.Ordinal), Members.Select(NameOf).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Both_languages_fill_in_the_same_and_as_much_as_the_member_takes(string key)
    {
        var member = Members.Single(method => NameOf(method) == key);
        var expected = Enumerable.Range(0, member.GetParameters().Length).Select(number => $"{{{number}}}");
        Assert.Equal(expected, Placeholders(Danish[key]));
        Assert.Equal(expected, Placeholders(English[key]));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_language_says_its_own(string key)
    {
        var member = Members.Single(method => NameOf(method) == key);
        object[] values = [.. member.GetParameters().Select((parameter, index) => parameter.ParameterType == typeof(int) ? (object)(index + 7) : $"<{index}>")];
        Assert.Equal(Filled(Danish[key], values), member.Invoke(CardTexts.Danish, values));
        Assert.Equal(Filled(English[key], values), member.Invoke(CardTexts.English, values));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_text_is_a_text(string key)
    {
        Assert.All([Danish[key], English[key]], text =>
        {
            Assert.NotEmpty(text);
            Assert.Equal(text.Trim(), text);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        });
        Assert.DoesNotMatch("[æøåÆØÅ]", English[key]);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_text_is_used(string key) => Assert.Contains(Sources, words => words.Contains(key));

    private static string Filled(string text, object[] values) =>
        Placeholder().Replace(text, match => values[match.Value[1] - '0'].ToString()!);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static string NameOf(MethodInfo method) => method.Name.Replace("get_", string.Empty, StringComparison.Ordinal);

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "cards", "Texts", file)).Root!.Elements("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!, StringComparer.Ordinal);

    [GeneratedRegex(@"\W+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInWords();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
