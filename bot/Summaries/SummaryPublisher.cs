using System.Runtime.CompilerServices;
using ReflectionBot.Answers;
using ReflectionBot.Cards;
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
    SummarySharer sharer,
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
            var all = await answers.NumbersAsync(round.Id, cancellationToken);
            var count = new ParticipationCount(all.Count, await participation.AskedAsync(round.Id, cancellationToken));
            var summary = Anonymity.Release(round.Question!.Question, count, all, round.Threshold);
            await summaries.FreezeAsync(round.Id, summary, VoicesAsync(round.Id, summary.Hidden, cancellationToken), cancellationToken);
        }

        await answers.ClearAsync(round.Id, cancellationToken);
        return (await summaries.FindAsync(round.Id, cancellationToken))!;
    }

    // One after another from the one table into the other: ten thousand texts are never in memory together.
    private async IAsyncEnumerable<Voice> VoicesAsync(RoundId round, Hidden hidden, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var answer in answers.AllAsync(round, cancellationToken))
        {
            if (Anonymity.Release(answer, hidden) is { } voice)
                yield return voice;
        }
    }

    // To those whom the prompts named and who still are heads: a change in between needs an administrator's word.
    private async Task SendAsync(Team team, Round round, Summary summary, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var parcels = new List<Parcel>();
        foreach (var head in members.Where(member => member.MayRead(round)))
        {
            var card = await cards.RenderAsync(team.For(head), round, summary, head, cancellationToken);
            parcels.Add(new Parcel(Recipient.Person(head.Id.Value, head.UserId, team.ServiceUrl, team.BotId), card.ToJson(), card.FallbackText));
        }

        await outbox.EnqueueAsync(Batches.Summary(round.Id), parcels, cancellationToken);
        if (round.Shares != SummarySharing.No && summary.Hidden is (Hidden.Nothing or Hidden.Anonymous))
            await sharer.ShareAsync(team, round, round.Shares == SummarySharing.Channel ? ShareCard.Channel : ShareCard.Leaders, null, null, cancellationToken);
    }
}
