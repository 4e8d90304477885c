using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Scheduling;

/// <summary>What happens when a team's moment comes: rounds move on, closed ones are summarised.</summary>
internal sealed class TeamClock(RoundKeeper keeper, SummaryPublisher summaries)
{
    /// <summary>When to come back; null when the team is not running.</summary>
    public async Task<DateTimeOffset?> TickAsync(TeamId team, CancellationToken cancellationToken)
    {
        var next = await keeper.AdvanceAsync(team, cancellationToken);
        await summaries.PublishAsync(team, cancellationToken);
        return next;
    }
}
