using ReflectionBot.Answers;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Answers;

public sealed class RoundKeyTests
{
    private static readonly MemberId Anna = new("00000000-0000-0000-0000-00000000000a");
    private static readonly MemberId Bo = new("00000000-0000-0000-0000-00000000000b");

    // HMAC-SHA256, computed with: printf %s <id> | openssl dgst -sha256 -mac HMAC -macopt hexkey:<32 times 01>
    [Fact]
    public void A_pseudonym_is_the_hmac_of_the_member() => Assert.Equal(
        "e4c7b61778c381b384294765704830438cee4cf784f44fef90bc043492a5d144",
        new RoundKey([.. Enumerable.Repeat((byte)1, 32)]).PseudonymOf(Anna));

    [Fact]
    public void A_pseudonym_is_a_members_own_and_the_rounds_own()
    {
        var (one, other) = (RoundKey.Create(), RoundKey.Create());
        Assert.Equal(one.PseudonymOf(Anna), one.PseudonymOf(Anna));
        Assert.NotEqual(one.PseudonymOf(Anna), one.PseudonymOf(Bo));
        Assert.NotEqual(one.PseudonymOf(Anna), other.PseudonymOf(Anna));
    }

    [Fact]
    public void A_secret_is_256_random_bits()
    {
        Assert.Equal(32, RoundKey.Create().Secret.Length);
        Assert.NotEqual(RoundKey.Create().Secret, RoundKey.Create().Secret);
    }

    [Fact]
    public void A_pseudonym_does_not_hold_the_member() =>
        Assert.DoesNotContain("0000-0000", RoundKey.Create().PseudonymOf(Anna), StringComparison.Ordinal);
}
