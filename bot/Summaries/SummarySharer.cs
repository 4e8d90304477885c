using ReflectionBot.Cards;
using ReflectionBot.Delivery;
using ReflectionBot.Questions;
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
        foreach (var readers in await ReadersAsync(team, round, with, cancellationToken))
        {
            var reader = team with { Language = readers.Key };
            var card = await cards.RenderSharedAsync(reader, round, summary, await cards.SharerAsync(reader, share, cancellationToken), cancellationToken);
            var json = card.ToJson();
            await outbox.EnqueueAsync(Batches.Shared(round.Id, with), readers.Select(recipient => new Parcel(recipient, json, card.FallbackText)), cancellationToken);
        }

        return true;
    }

    /// <summary>How many leaders a share would reach.</summary>
    public async Task<int> CountAsync(Team team, Round round, CancellationToken cancellationToken) => (await AskedAsync(team, round, cancellationToken)).Count;

    // By the language they read.
    private async Task<ILookup<Language, Recipient>> ReadersAsync(Team team, Round round, string with, CancellationToken cancellationToken) => with == ShareCard.Channel
        ? new[] { Recipient.Channel(team.Id.Thread, team.ServiceUrl, team.BotId) }.ToLookup(_ => team.Language)
        : (await AskedAsync(team, round, cancellationToken)).ToLookup(
            member => team.For(member).Language, member => Recipient.Person(member.Id.Value, member.UserId, team.ServiceUrl, team.BotId));

    private async Task<List<Member>> AskedAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var asked = await participation.AllAsync(round.Id, cancellationToken);
        return (await roster.MembersAsync(team.Id, cancellationToken)).FindAll(member => member.IsPresent && asked.ContainsKey(member.Id));
    }
}
