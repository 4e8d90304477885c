using System.Text.Json;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Cards;

/// <summary>Teams takes about 100 KB and old clients 28: a card stays under 28 KB, counted in the bytes that are sent.</summary>
public sealed class CardSizeTests
{
    private const int MostBytes = 28 * 1024;

    public static TheoryData<string, string> Names => SampleCards.Names();

    public static TheoryData<string> Kinds => LargestCards.Kinds();

    [Theory]
    [MemberData(nameof(Names))]
    public void An_everyday_card_is_small(string name, string language) =>
        Assert.InRange(Sent(SampleCards.Render(name, language)), 1, MostBytes);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_at_the_limit_fits(string kind) => AssertFit(LargestCards.Prompts(kind).Skip(1));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_that_comes_back_to_be_shortened_fits(string kind) => AssertFit(LargestCards.Prompts(kind).Take(1));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_page_of_four_hundred_long_texts_fits(string kind) => AssertFit(LargestCards.Summaries(kind, 400, 4_000));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_page_of_four_hundred_short_texts_fits(string kind) => AssertFit(LargestCards.Summaries(kind, 400, 60));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_page_of_four_hundred_words_fits(string kind) => AssertFit(LargestCards.Summaries(kind, 400, 6));

    [Fact]
    public void Four_hundred_texts_are_all_there_and_in_order()
    {
        var pages = LargestCards.Summaries("danish", 400, 900).Skip(2).ToList();
        Assert.Equal(400, pages.Sum(page => page.Card.ToString().Split("\"text\":\"Vi måler").Length - 1));
        Assert.Contains("Svar, side 1 af ", pages[0].Card.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_overview_begins_a_long_text_and_says_that_there_is_more()
    {
        Assert.Equal(("Kort.", true), ReflectionBot.Cards.SummaryPages.Excerpt("Kort."));
        var (text, isWhole) = ReflectionBot.Cards.SummaryPages.Excerpt(LargestCards.Text("danish", 4_000));
        Assert.False(isWhole);
        Assert.EndsWith(" …", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 500, 700);
    }

    private static void AssertFit(IEnumerable<(string Name, AdaptiveCard Card)> cards)
    {
        var all = string.Join('\n', cards.Select(card => (card.Name, Bytes: Sent(card.Card))).Where(card => card.Bytes >= MostBytes));
        Assert.True(all.Length == 0, all);
    }

    private static int Sent(AdaptiveCard card) =>
        JsonSerializer.SerializeToUtf8Bytes(Activity.WithCard(card.ToJson(), card.FallbackText), ConnectorJson.Readable.Activity).Length;
}
