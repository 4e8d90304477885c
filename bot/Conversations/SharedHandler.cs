using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>A summary that was shared, for every member of its team.</summary>
internal sealed class SharedHandler(Access access, RoundStore rounds, SummaryStore summaries, SummaryCards cards, Sharing sharing) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.SharedShow, Cards.Verbs.SharedTexts];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(caller, action.Team, cancellationToken) is not { } membership || !SlotId.TryParse(action.Slot, out var slot))
            return ActionReply.Say(CardTexts.Danish.Refused);

        var team = membership.Reader;
        var id = new RoundId(team.Id, slot);
        if (await rounds.FindAsync(id, cancellationToken) is not { WasAsked: true } round
            || await ShownAsync(team, round, cancellationToken) is not var (summary, shared))
            return ActionReply.Say(membership.Texts.NotShared);
        return ActionReply.Show(action.Verb is Cards.Verbs.SharedTexts
            ? await cards.TextsAsync(team, round, summary, action.Page, shared, cancellationToken)
            : await cards.RenderSharedAsync(team, round, summary, shared, cancellationToken));
    }

    /// <summary>The newest summary that was shared in this team; null when none was.</summary>
    public async Task<AdaptiveCard?> LatestAsync(Team team, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        foreach (var round in Enumerable.Reverse(past).Where(round => round is { State: RoundState.Summarised, IsPurged: false }))
        {
            if (await ShownAsync(team, round, cancellationToken) is var (summary, shared))
                return await cards.RenderSharedAsync(team, round, summary, shared, cancellationToken);
        }

        return null;
    }

    private async Task<(Summary, SharedView)?> ShownAsync(Team team, Round round, CancellationToken cancellationToken) =>
        (await sharing.OfAsync(round.Id, cancellationToken)).FirstOrDefault() is { } share
        && await summaries.FindAsync(round.Id, cancellationToken) is { } summary
            ? (summary, await cards.SharerAsync(team, share, cancellationToken))
            : null;
}
