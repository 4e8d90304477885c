using ReflectionBot.Connector;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Connector;

public sealed class TokenMemoryTests
{
    private static readonly IReadOnlyList<SigningKey> Keys = [];
    private static readonly BearerToken Token = new("a.b.c", "key-1");

    private readonly FakeClock clock = new(ConnectorWorld.Start);

    [Fact]
    public void A_token_is_remembered_until_its_end_and_five_minutes()
    {
        var memory = new TokenMemory(clock);
        memory.Remember(Token, Until(ConnectorWorld.Start.AddHours(1)), Keys);
        clock.Advance(TimeSpan.FromSeconds(3_899));
        Assert.NotNull(memory.Recall(Token, Keys));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(memory.Recall(Token, Keys));
    }

    [Fact]
    public void Other_keys_let_go_of_what_the_old_ones_vouched_for()
    {
        var memory = new TokenMemory(clock);
        memory.Remember(Token, Until(ConnectorWorld.Start.AddHours(1)), Keys);
        Assert.Null(memory.Recall(Token, new List<SigningKey>()));
    }

    [Fact]
    public void It_holds_a_thousand()
    {
        var memory = new TokenMemory(clock);
        for (var i = 0; i < 1_000; i++) memory.Remember(new BearerToken($"a.b.{i}", "key-1"), Until(ConnectorWorld.Start.AddHours(1)), Keys);
        Assert.NotNull(memory.Recall(new BearerToken("a.b.0", "key-1"), Keys));
        memory.Remember(Token, Until(ConnectorWorld.Start.AddHours(1)), Keys);
        Assert.Null(memory.Recall(new BearerToken("a.b.0", "key-1"), Keys));
        Assert.NotNull(memory.Recall(Token, Keys));
    }

    private static Voucher Until(DateTimeOffset expires) => new(null, new HashSet<string>(), expires);
}
