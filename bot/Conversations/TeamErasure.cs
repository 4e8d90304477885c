using ReflectionBot.Answers;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Deletes everything about a team, its own row last, so that a deletion cut short can be asked for again.</summary>
internal sealed class TeamErasure(
    TeamStore teams, RosterStore roster, RoundStore rounds, ParticipationStore participation, AnswerStore answers,
    SummaryStore summaries, AuditLog audit, Outbox outbox)
{
    public async Task EraseAsync(TeamId team, CancellationToken cancellationToken)
    {
        foreach (var round in await rounds.AllAsync(team, cancellationToken))
        {
            await participation.DeleteAsync(round.Id, cancellationToken);
            await answers.DeleteAsync(round.Id, cancellationToken);
            await summaries.DeleteAsync(round.Id, cancellationToken);
            foreach (var batch in Batches.All(round.Id))
                await outbox.DeleteAsync(batch, cancellationToken);
        }

        foreach (var batch in Batches.All(team))
            await outbox.DeleteAsync(batch, cancellationToken);
        await audit.DeleteAsync(team, cancellationToken);
        await rounds.DeleteAsync(team, cancellationToken);
        await roster.DeleteAsync(team, cancellationToken);
        await teams.DeleteAsync(team, cancellationToken);
    }
}
