using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The department head's card: turning its pages, and getting the latest again.</summary>
internal sealed class SummaryHandler(Access access, RoundStore rounds, SummaryStore summaries, SummaryCards cards) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.SummaryShow];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(caller, action.Team, cancellationToken) is not { } membership)
            return ActionReply.Say(CardTexts.Danish.Refused);
        if (!membership.Member.Is(Role.DepartmentHead))
            return ActionReply.Say(await access.OnlyHeadAsync(membership.Team, cancellationToken));

        var card = SlotId.TryParse(action.Slot, out var slot)
            ? await ShowAsync(membership.Team, slot, action.Page, cancellationToken)
            : await LatestAsync(membership.Team, cancellationToken);
        return card is null ? ActionReply.Say(membership.Texts.NoSummaryYet) : ActionReply.Show(card);
    }

    /// <summary>The newest summary of the team; null when there is none yet.</summary>
    public async Task<AdaptiveCard?> LatestAsync(Team team, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        var latest = past.FindLast(round => round.State == RoundState.Summarised);
        return latest is null ? null : await ShowAsync(team, latest.Id.Slot, 0, cancellationToken);
    }

    private async Task<AdaptiveCard?> ShowAsync(Team team, SlotId slot, int page, CancellationToken cancellationToken)
    {
        var id = new RoundId(team.Id, slot);
        return await rounds.FindAsync(id, cancellationToken) is { WasAsked: true } round
            && await summaries.FindAsync(id, cancellationToken) is { } summary
            ? await cards.RenderAsync(team, round, summary, page, cancellationToken)
            : null;
    }
}
