using ReflectionBot.Connector;
using ReflectionBot.Conversations;

namespace ReflectionBot.Tests.Conversations;

/// <summary>The words people write, as people write them.</summary>
public sealed class ChatWordsTests
{
    private const string Bot = "28:bot";

    [Theory]
    [InlineData("hjælp", ChatWord.Help, false)]
    [InlineData("HJÆLP", ChatWord.Help, false)]
    [InlineData("hjaelp", ChatWord.Help, false)]
    [InlineData("Hjælp!", ChatWord.Help, false)]
    [InlineData("»hjælp«", ChatWord.Help, false)]
    [InlineData("\"help\"", ChatWord.Help, true)]
    [InlineData(" help? ", ChatWord.Help, true)]
    [InlineData("help\r\n", ChatWord.Help, true)]
    [InlineData("status.", ChatWord.Status, false)]
    [InlineData("indstillinger", ChatWord.Settings, false)]
    [InlineData("Settings", ChatWord.Settings, true)]
    [InlineData("opsummering", ChatWord.Summary, false)]
    [InlineData("summary", ChatWord.Summary, true)]
    [InlineData("svar\u00A0", ChatWord.Answer, false)]
    [InlineData("answer", ChatWord.Answer, true)]
    [InlineData("hj&aelig;lp", ChatWord.Help, false)]
    [InlineData("&nbsp;help", ChatWord.Help, true)]
    internal void A_word_is_known_in_both_languages(string text, ChatWord word, bool isEnglish) =>
        Assert.Equal((word, isEnglish), ChatWords.Read(Says(text)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hjælp mig")]
    [InlineData("svar på det hele")]
    [InlineData("hej")]
    [InlineData("😀")]
    [InlineData("**help**")]
    [InlineData("<at>Anna</at>")]
    [InlineData("<at>")]
    public void Anything_else_is_no_word(string? text) => Assert.Equal(ChatWord.None, ChatWords.Read(Says(text)).Word);

    // "é" in "Opdatér" may come as e and an accent; so may the ring of å.
    [Fact]
    public void Letters_in_two_parts_do_no_harm() =>
        Assert.Equal(ChatWord.None, ChatWords.Read(Says("hja\u030Alp")).Word);

    [Fact]
    public void Half_a_character_is_no_word_and_no_failure()
    {
        Assert.Equal(ChatWord.None, ChatWords.Read(Says("help" + (char)0xD83D)).Word);
        Assert.Equal(ChatWord.None, ChatWords.Read(Says((char)0xDE00 + "help")).Word);
    }

    [Theory]
    [InlineData("<at>Refleksion</at> status", ChatWord.Status)]
    [InlineData("<at>Refleksion</at>&nbsp;status", ChatWord.Status)]
    [InlineData("status <at>Refleksion</at>", ChatWord.Status)]
    [InlineData("\n<at>Refleksion</at>\nhjælp", ChatWord.Help)]
    internal void The_bots_own_mention_is_not_part_of_the_word(string text, ChatWord word) =>
        Assert.Equal(word, ChatWords.Read(Says(text, Mention("<at>Refleksion</at>", Bot))).Word);

    [Fact]
    public void A_mention_in_front_is_left_out_although_its_entity_is_missing() =>
        Assert.Equal(ChatWord.Status, ChatWords.Read(Says("<at>Refleksion</at> status")).Word);

    [Fact]
    public void Somebody_elses_mention_behind_makes_it_another_message() =>
        Assert.Equal(ChatWord.None, ChatWords.Read(Says("status <at>Anna</at>", Mention("<at>Anna</at>", "29:anna"))).Word);

    [Fact]
    public void Entities_of_other_kinds_and_with_nothing_in_them_do_no_harm() =>
        Assert.Equal(ChatWord.Help, ChatWords.Read(Says("help", new Entity(), new Entity { Type = "mention" }, new Entity { Type = "clientInfo", Text = "help" })).Word);

    [Fact]
    public void A_very_long_message_is_read_in_no_time() =>
        Assert.Equal(ChatWord.None, ChatWords.Read(Says(string.Concat(Enumerable.Repeat("<at>", 100_000)))).Word);

    private static Entity Mention(string text, string id) => new() { Type = "mention", Text = text, Mentioned = new ChannelAccount { Id = id } };

    private static Activity Says(string? text, params Entity[] entities) =>
        new() { Type = "message", Text = text, Recipient = new ChannelAccount { Id = Bot }, Entities = entities.Length > 0 ? entities : null };
}
