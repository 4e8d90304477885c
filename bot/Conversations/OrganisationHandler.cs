using Microsoft.Extensions.Options;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The weeks over all teams, for those whom the configuration names as the organisation's leadership.</summary>
internal sealed class OrganisationHandler(OrganisationReport report, IOptions<Organisation> organisation) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.OrganisationShow];

    public Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken) =>
        ShowAsync(caller, SlotId.TryParse(action.Slot, out var slot) ? slot : null, cancellationToken);

    public async Task<ActionReply> ShowAsync(Caller caller, SlotId? slot, CancellationToken cancellationToken)
    {
        if (!organisation.Value.IsLeader(caller.Member))
            return ActionReply.Say(CardTexts.Danish.OnlyLeadership);
        return await report.RenderAsync(caller.Tenant, slot, cancellationToken) is { } card
            ? ActionReply.Show(card)
            : ActionReply.Say(organisation.Value.Language.Texts().NoOrganisationYet);
    }
}
