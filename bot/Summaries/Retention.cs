using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// Forgets what is older than a team keeps things: summaries, notes, participation and deliveries of a round together, and the
/// log's old lines. That a round was, and what it asked, stays: the rotation goes by it. A round is noted as forgotten
/// last, so work cut short is taken up again.
/// </summary>
internal sealed partial class Retention(
    TeamStore teams, RoundStore rounds, ParticipationStore participation, JournalStore journal, SummaryStore summaries, Outbox outbox,
    AuditLog audit, TimeProvider time, ILogger<Retention> logger)
{
    public async Task PurgeAllAsync(CancellationToken cancellationToken)
    {
        await teams.ReadyAsync(cancellationToken);
        foreach (var team in await teams.AllAsync(cancellationToken))
            await PurgeAsync(team, cancellationToken);
    }

    private async Task PurgeAsync(Team team, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow().AddMonths(-team.RetentionMonths);
        var old = (await rounds.AllAsync(team.Id, cancellationToken)).FindAll(round => round is { State: RoundState.Summarised, IsPurged: false } && round.ClosesAt < oldest);
        foreach (var round in old)
            await PurgeAsync(round, cancellationToken);
        await audit.PurgeAsync(team.Id, oldest, cancellationToken);
        if (old.Count > 0)
            Log.Purged(logger, old.Count);
    }

    private async Task PurgeAsync(Round round, CancellationToken cancellationToken)
    {
        foreach (var member in (await participation.AllAsync(round.Id, cancellationToken)).Keys)
            await journal.RemoveAsync(round.Id, member, cancellationToken);
        await summaries.DeleteAsync(round.Id, cancellationToken);
        await outbox.DeleteAsync(Prompts.BatchOf(round.Id, isReminder: false), cancellationToken);
        await outbox.DeleteAsync(Prompts.BatchOf(round.Id, isReminder: true), cancellationToken);
        await outbox.DeleteAsync(SummaryPublisher.BatchOf(round.Id), cancellationToken);
        await outbox.DeleteAsync(SummarySharer.BatchOf(round.Id, ShareCard.Leaders), cancellationToken);
        await outbox.DeleteAsync(SummarySharer.BatchOf(round.Id, ShareCard.Channel), cancellationToken);
        await participation.DeleteAsync(round.Id, cancellationToken);
        await rounds.TryUpdateAsync(round with { IsPurged = true }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Rounds} rounds of a team were older than it keeps them, and were forgotten")]
        public static partial void Purged(ILogger logger, int rounds);
    }
}
