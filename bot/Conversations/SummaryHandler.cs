using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The department head's card and the ways on from it; each decided anew from who asks and which round it is.</summary>
internal sealed class SummaryHandler(
    Access access, RoundStore rounds, SummaryStore summaries, SummaryCards cards, SummaryRecords records) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [Cards.Verbs.SummaryShow, Cards.Verbs.SummaryTexts, Cards.Verbs.SummaryHistory, Cards.Verbs.SummaryTrend, Cards.Verbs.SummaryFiles];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (!SlotId.TryParse(action.Slot, out var slot))
            return await LatestAsync(caller, action.Team, cancellationToken);

        var (reading, refusal) = await FindAsync(caller, action.Team, slot, cancellationToken);
        if (reading is not var (membership, round, summary))
            return refusal!;

        var (team, head) = (membership.Reader, membership.Member);
        return ActionReply.Show(action.Verb switch
        {
            Cards.Verbs.SummaryTexts => await cards.TextsAsync(team, round, summary, action.Page, null, cancellationToken),
            Cards.Verbs.SummaryHistory => await records.HistoryAsync(team, head, slot, action.Page, cancellationToken),
            Cards.Verbs.SummaryTrend => await records.TrendAsync(team, head, slot, action.About == "year", cancellationToken),
            Cards.Verbs.SummaryFiles => SummaryRecordCards.Files(team.Name, round.Id.Data(), membership.Texts),
            _ => await cards.RenderAsync(team, round, summary, head, cancellationToken),
        });
    }

    /// <summary>The newest summary that is open to this head; null when there is none yet.</summary>
    public async Task<AdaptiveCard?> LatestAsync(Membership membership, CancellationToken cancellationToken)
    {
        var (team, head) = (membership.Reader, membership.Member);
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        return past.FindLast(round => round is { State: RoundState.Summarised, IsPurged: false } && head.MayRead(round)) is { } latest
            && await summaries.FindAsync(latest.Id, cancellationToken) is { } summary
            ? await cards.RenderAsync(team, latest, summary, head, cancellationToken)
            : null;
    }

    /// <summary>The round as this head may read it; for anybody else what to answer instead.</summary>
    public async Task<((Membership Head, Round Round, Summary Summary)? Reading, ActionReply? Refusal)> FindAsync(
        Caller caller, string? thread, SlotId slot, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(caller, thread, cancellationToken) is not { } membership)
            return (null, ActionReply.Say(CardTexts.Danish.Refused));
        if (!membership.Member.Is(Role.DepartmentHead))
            return (null, ActionReply.Say(await access.OnlyHeadAsync(membership.Team, cancellationToken)));

        var id = new RoundId(membership.Team.Id, slot);
        if (await rounds.FindAsync(id, cancellationToken) is not { WasAsked: true } round || await summaries.FindAsync(id, cancellationToken) is not { } summary)
            return (null, ActionReply.Say(membership.Texts.NoSummaryYet));
        return membership.Member.MayRead(round)
            ? ((membership, round, summary), null)
            : (null, ActionReply.Say(membership.Texts.OlderClosed));
    }

    private async Task<ActionReply> LatestAsync(Caller caller, string? thread, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(caller, thread, cancellationToken) is not { } membership)
            return ActionReply.Say(CardTexts.Danish.Refused);
        if (!membership.Member.Is(Role.DepartmentHead))
            return ActionReply.Say(await access.OnlyHeadAsync(membership.Team, cancellationToken));
        return await LatestAsync(membership, cancellationToken) is { } card ? ActionReply.Show(card) : ActionReply.Say(membership.Texts.NoSummaryYet);
    }
}
