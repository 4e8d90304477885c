using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>
/// Who has answered in a round. Known only while the round is open and its key lives; no row that outlives it says so. The
/// Answers room knows.
/// </summary>
internal interface ITurnout
{
    /// <summary>Those among these members who have not answered yet; nobody, once no more answers are taken.</summary>
    Task<HashSet<MemberId>> MissingAsync(RoundId round, IEnumerable<MemberId> among, CancellationToken cancellationToken);

    Task<bool> HasAnsweredAsync(RoundId round, MemberId member, CancellationToken cancellationToken);

    /// <summary>How many have answered so far, private answers included.</summary>
    Task<int> CountAsync(RoundId round, CancellationToken cancellationToken);
}
