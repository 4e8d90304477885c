using System.Security.Cryptography;
using System.Text;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>
/// The secret of one round. From it and a member comes the pseudonym that an answer is stored under, so the writer can
/// find and edit it - until the key is destroyed when the round closes. Then nobody can tell whose it was.
/// </summary>
internal sealed record RoundKey(byte[] Secret)
{
    private const int SecretBytes = 32;

    public static RoundKey Create() => new(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>HMAC-SHA256 of the member's id, in lower-case hex.</summary>
    public string PseudonymOf(MemberId member) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(member.Value)));
}
