using ReflectionBot.Cards;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>Sends a summary to those who were asked, or to the team's channel. What it shows is never more than what its head saw.</summary>
internal sealed class SummarySharer(
    RosterStore roster, ParticipationStore participation, SummaryStore summaries, SummaryCards cards, Sharing sharing, Outbox outbox)
{
    /// <summary>Safe to repeat: nobody gets it twice, and the first comment stands. False when there is no summary.</summary>
    public async Task<bool> ShareAsync(Team team, Round round, string with, MemberId? by, string? comment, CancellationToken cancellationToken)
    {
        if (await summaries.FindAsync(round.Id, cancellationToken) is not { } summary)
            return false;

        var share = await sharing.AddAsync(round.Id, with, by, comment, cancellationToken);
        var card = await cards.RenderSharedAsync(team, round, summary, await cards.SharerAsync(team, share, cancellationToken), cancellationToken);
        var json = card.ToJson();
        var to = with == ShareCard.Channel
            ? [Recipient.Channel(team.Id.Thread, team.ServiceUrl, team.BotId)]
            : await AskedAsync(team, round, cancellationToken);
        await outbox.EnqueueAsync(BatchOf(round.Id, with), to.Select(recipient => new Parcel(recipient, json, card.FallbackText)), cancellationToken);
        return true;
    }

    /// <summary>How many leaders a share would reach.</summary>
    public async Task<int> CountAsync(Team team, Round round, CancellationToken cancellationToken) => (await AskedAsync(team, round, cancellationToken)).Count;

    public static BatchId BatchOf(RoundId round, string with) => new(round.Team.Tenant, $"{round.Team.Thread}|{round.Slot}|shared-{with}");

    private async Task<List<Recipient>> AskedAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var asked = await participation.AllAsync(round.Id, cancellationToken);
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        return
        [
            .. members.Where(member => member.IsPresent && asked.ContainsKey(member.Id))
                .Select(member => Recipient.Person(member.Id.Value, member.UserId, team.ServiceUrl, team.BotId)),
        ];
    }
}
