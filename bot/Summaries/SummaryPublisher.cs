using ReflectionBot.Answers;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// Turns closed rounds into frozen summaries and sends them to the department heads. The steps stand in an order in which
/// each may be repeated: seal, freeze, clear the answers, send, note that it is done.
/// </summary>
internal sealed class SummaryPublisher(
    TeamStore teams,
    RosterStore roster,
    RoundStore rounds,
    ParticipationStore participation,
    AnswerStore answers,
    SummaryStore summaries,
    SummaryCards cards,
    Outbox outbox)
{
    public async Task PublishAsync(TeamId id, CancellationToken cancellationToken)
    {
        if (await teams.FindAsync(id, cancellationToken) is not { } team)
            return;

        var past = await rounds.AllAsync(id, cancellationToken);
        foreach (var round in past.Where(round => round.State == RoundState.Closed))
        {
            var summary = await FreezeAsync(round, cancellationToken);
            if (team.IsInstalled)
                await SendAsync(team, round, summary, cancellationToken);
            await rounds.TryUpdateAsync(round with { State = RoundState.Summarised }, cancellationToken);
        }
    }

    private async Task<Summary> FreezeAsync(Round round, CancellationToken cancellationToken)
    {
        await answers.SealAsync(round.Id, cancellationToken);
        if (await summaries.FindAsync(round.Id, cancellationToken) is null)
        {
            var all = await answers.AllAsync(round.Id, cancellationToken);
            var count = new ParticipationCount(all.Count, await participation.AskedAsync(round.Id, cancellationToken));
            await summaries.FreezeAsync(round.Id, Anonymity.Release(round.Question!.Question, count, all, round.Threshold), cancellationToken);
        }

        await answers.ClearAsync(round.Id, cancellationToken);
        return (await summaries.FindAsync(round.Id, cancellationToken))!;
    }

    private async Task SendAsync(Team team, Round round, Summary summary, CancellationToken cancellationToken)
    {
        var card = await cards.RenderAsync(team, round, summary, 0, cancellationToken);
        var json = card.ToJson();
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var parcels = members
            .Where(member => member.Is(Role.DepartmentHead))
            .Select(head => new Parcel(
                Recipient.Person(head.Id.Value, head.UserId, team.ServiceUrl, team.BotId), json, card.FallbackText));
        await outbox.EnqueueAsync(BatchOf(round.Id), parcels, cancellationToken);
    }

    public static BatchId BatchOf(RoundId round) => new(round.Team.Tenant, $"{round.Team.Thread}|{round.Slot}|summary");
}
