using ReflectionBot.Answers;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// Deletes whatever leads to one person. Anonymous answers of closed rounds are not among it: nobody can tell which they are.
/// Safe to repeat; cut short, it can simply be asked for again.
/// </summary>
internal sealed class PersonErasure(
    Roster roster, RosterStore members, RoundStore rounds, ParticipationStore participation, AnswerStore answers, JournalStore journal,
    SummaryStore summaries, Sharing sharing, OrganisationStore weeks, Outbox outbox, AddressBook addresses)
{
    /// <summary>All of it, at the person's own word. What stays where they still are a member is that they are not to be asked.</summary>
    public async Task EraseAsync(string tenant, MemberId member, CancellationToken cancellationToken)
    {
        await roster.ChooseAsync(tenant, member, _ => new OwnChoices { IsStopped = true }, cancellationToken);
        foreach (var team in await members.TeamsOfAsync(tenant, member, cancellationToken))
            await EraseAsync(team, member, cancellationToken);
        await journal.DeleteAsync(tenant, member, cancellationToken);
        await ForgetAddressAsync(tenant, member, cancellationToken);
    }

    /// <summary>What they left behind in a team they are no longer in; the rest too, when it was their last.</summary>
    public async Task ForgetLeaverAsync(TeamId team, MemberId member, CancellationToken cancellationToken)
    {
        await EraseAsync(team, member, cancellationToken);
        if ((await members.TeamsOfAsync(team.Tenant, member, cancellationToken)).Count > 0)
            return;
        await journal.DeleteAsync(team.Tenant, member, cancellationToken);
        await ForgetAddressAsync(team.Tenant, member, cancellationToken);
    }

    /// <summary>How they are reached, and what they were sent outside any team. What they have written stays.</summary>
    public async Task ForgetAddressAsync(string tenant, MemberId member, CancellationToken cancellationToken)
    {
        await addresses.ForgetAsync(tenant, member.Value, cancellationToken);
        await outbox.DeleteAsync(Batches.Welcome(tenant, member), cancellationToken);
        await RemoveAsync((await weeks.WeeksAsync(tenant, cancellationToken)).Select(slot => Batches.Organisation(tenant, slot)), member, cancellationToken);
    }

    private async Task EraseAsync(TeamId team, MemberId member, CancellationToken cancellationToken)
    {
        var isHead = await members.FindAsync(team, member, cancellationToken) is { } found && found.Is(Role.DepartmentHead);
        foreach (var round in (await rounds.AllAsync(team, cancellationToken)).Where(round => round is { WasAsked: true, IsPurged: false }))
        {
            await answers.RemoveAsync(round.Id, member, cancellationToken);
            await participation.RemoveAsync(round.Id, member, cancellationToken);
            await summaries.RemoveNamedAsync(round.Id, member, cancellationToken);
            await RemoveAsync(Batches.All(round.Id), member, cancellationToken);
            if (!isHead)
                await ForgetReaderAsync(round.Id, member, cancellationToken);
        }

        await RemoveAsync(Batches.All(team), member, cancellationToken);
        if (await members.FindAsync(team, member, cancellationToken) is { IsPresent: false })
            await members.DeleteAsync(team, member, cancellationToken);
    }

    private async Task RemoveAsync(IEnumerable<BatchId> batches, MemberId member, CancellationToken cancellationToken)
    {
        foreach (var batch in batches)
            await outbox.RemoveAsync(batch, member.Value, cancellationToken);
    }

    // Whoever is head today must be able to read on; of one who was, nothing says so any more.
    private async Task ForgetReaderAsync(RoundId id, MemberId member, CancellationToken cancellationToken)
    {
        await sharing.ForgetAsync(id, member, cancellationToken);
        while (await rounds.FindAsync(id, cancellationToken) is { } round && round.Heads.Contains(member))
        {
            if (await rounds.TryUpdateAsync(round with { Heads = [.. round.Heads.Where(head => head != member)] }, cancellationToken))
                return;
        }
    }
}
