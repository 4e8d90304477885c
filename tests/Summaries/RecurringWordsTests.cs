using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Summaries;

namespace ReflectionBot.Tests.Summaries;

/// <summary>Words that three leaders used, whatever their ending; never one of fewer.</summary>
public sealed class RecurringWordsTests
{
    [Fact]
    public void A_word_of_three_leaders_recurs_and_one_of_two_does_not() =>
        Assert.Equal([new Word("tillid", 3)], Top("Tillid og rammer.", "Mere tillid!", "tillid, rammer", "Noget helt andet"));

    [Fact]
    public void A_leader_who_repeats_a_word_counts_once() =>
        Assert.Empty(Top("tillid tillid tillid tillid", "tillid", "ro"));

    [Fact]
    public void Endings_do_not_matter_and_the_most_used_form_is_shown() =>
        Assert.Equal([new Word("møder", 4)], Top("For mange møder", "Et møde for meget", "møder", "Møderne er for lange"));

    [Fact]
    public void Words_that_everybody_uses_say_nothing() =>
        Assert.Empty(Top("Det har været godt med andre", "Det har været godt med andre", "Det har været godt med andre", "which would have been there"));

    [Fact]
    public void Nothing_with_a_digit_or_shorter_than_four_letters() =>
        Assert.Empty(Top("a1b2c3 0102031234 ro mål", "a1b2c3 0102031234 ro mål", "a1b2c3 0102031234 ro mål"));

    [Fact]
    public void English_words_too() =>
        Assert.Equal([new Word("meetings", 3)], Top("Too many meetings", "meetings!", "fewer meetings"));

    [Fact]
    public void At_most_twelve_the_most_used_first()
    {
        var all = string.Join(' ', Enumerable.Range(0, 20).Select(number => "ord" + new string((char)('a' + number), 3)));
        var top = Top(all, all, all, "ordccc");
        Assert.Equal(12, top.Count);
        Assert.Equal(new Word("ordccc", 4), top[0]);
    }

    [Fact]
    public void No_word_is_ever_shown_that_fewer_than_three_used() => Prop.ForAll(
        Gen.Elements("tillid", "tilliden", "møde", "mødet", "borger", "borgere", "ledelse", "frihed").ArrayOf(4).ArrayOf(6).ToArbitrary(),
        leaders => Top([.. leaders.Select(words => string.Join(' ', words))]).All(word => word.Leaders >= 3
            && leaders.Count(words => Array.Exists(words, one => one[..4] == word.Text[..4])) >= word.Leaders)).QuickCheckThrowOnFailure();

    private static IReadOnlyList<Word> Top(params string[] texts)
    {
        var words = new RecurringWords();
        foreach (var text in texts)
            words.Add(text);
        return words.Top();
    }
}
