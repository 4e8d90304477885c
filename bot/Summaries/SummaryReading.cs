using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// Which rounds a department head may read: those whose prompts said so, and older ones only when an administrator has opened
/// them. Everything that looks back - movement, trend, history - looks at these alone.
/// </summary>
internal static class SummaryReading
{
    public static bool MayRead(this Member member, Round round) =>
        member.Is(Role.DepartmentHead) && (member.SeesOlder || round.Heads.Contains(member.Id));

    /// <summary>The summarised rounds that are open to this reader and not forgotten, oldest first.</summary>
    public static List<SummarisedRound> OpenTo(this IEnumerable<Round> past, Member member, IReadOnlyDictionary<SlotId, Summary> summaries) =>
        [.. past.Where(round => round.State == RoundState.Summarised && member.MayRead(round) && summaries.ContainsKey(round.Id.Slot))
            .Select(round => new SummarisedRound(round, summaries[round.Id.Slot]))];
}

/// <summary>A closed round with what may be known of it.</summary>
internal sealed record SummarisedRound(Round Round, Summary Summary)
{
    public AskedQuestion Asked => Round.Question!;
}
