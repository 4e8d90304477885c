using Microsoft.Extensions.Options;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Delivery;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// The week that is over, once all its rounds are summarised: frozen, and sent to the organisation's leadership Monday at eight.
/// </summary>
internal sealed class OrganisationReport(
    TeamStore teams, RosterStore roster, RoundStore rounds, SummaryStore summaries, OrganisationStore store, AddressBook addresses, Outbox outbox,
    IOptions<Organisation> organisation, TimeProvider time)
{
    private const int SendsAtHour = 8;
    private const int KeptYears = 2;

    /// <summary>Does nothing where no leadership is named, or the week is not over. Safe to repeat.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        if (organisation.Value.Leadership.Count == 0 || !teams.IsReady)
            return;

        var zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.DefaultTimeZone);
        var slot = SlotId.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).AddHours(-SendsAtHour).Date)).Next(-1);
        foreach (var tenant in (await teams.AllAsync(cancellationToken)).GroupBy(team => team.Id.Tenant, StringComparer.Ordinal))
            await PublishAsync(tenant.Key, [.. tenant], slot, cancellationToken);
    }

    /// <summary>The newest frozen week, or that one; null when there is none.</summary>
    public async Task<AdaptiveCard?> RenderAsync(string tenant, SlotId? wanted, CancellationToken cancellationToken)
    {
        var weeks = await store.WeeksAsync(tenant, cancellationToken);
        if (weeks.Count == 0)
            return null;

        var slot = wanted is { } week && weeks.Contains(week) ? week : weeks[^1];
        var at = weeks.IndexOf(slot);
        var language = organisation.Value.Language;
        var found = (await store.FindAsync(tenant, slot, cancellationToken))!.Value.Week;
        return OrganisationCard.Render(
            new OrganisationView
            {
                Week = slot.IsoWeek,
                Year = slot.IsoYear,
                Areas = [.. found.Areas.Select(area => new OrganisationAreaView(area.Title.In(language), area.Teams, area.Answered, area.Asked, area.Mean))],
                Before = at > 0 ? weeks[at - 1].ToString() : null,
                After = at < weeks.Count - 1 ? weeks[at + 1].ToString() : null,
            },
            language.Texts());
    }

    private async Task PublishAsync(string tenant, List<Team> all, SlotId slot, CancellationToken cancellationToken)
    {
        var frozen = await store.FindAsync(tenant, slot, cancellationToken);
        if (frozen is { IsSent: true })
            return;
        if (frozen is null && await ResultsAsync(all, slot, cancellationToken) is { Count: > 0 } results)
        {
            await store.FreezeAsync(tenant, slot, OrganisationWeek.Release(results), cancellationToken);
            frozen = await store.FindAsync(tenant, slot, cancellationToken);
        }

        if (frozen is null)
            return;

        await SendAsync(tenant, all, slot, cancellationToken);
        await store.SentAsync(tenant, slot, cancellationToken);
        await PurgeAsync(tenant, slot with { IsoYear = slot.IsoYear - KeptYears, IsoWeek = 1 }, cancellationToken);
    }

    private async Task PurgeAsync(string tenant, SlotId oldest, CancellationToken cancellationToken)
    {
        foreach (var old in (await store.WeeksAsync(tenant, cancellationToken)).Where(week => week.CompareTo(oldest) < 0))
            await outbox.DeleteAsync(Batches.Organisation(tenant, old), cancellationToken);
        await store.PurgeAsync(tenant, oldest, cancellationToken);
    }

    // Null while a round of that week is still under way. Areas of a team's own cannot be added up.
    private async Task<List<TeamResult>?> ResultsAsync(List<Team> all, SlotId slot, CancellationToken cancellationToken)
    {
        var results = new List<TeamResult>();
        foreach (var team in all)
        {
            if (await rounds.FindAsync(new RoundId(team.Id, slot), cancellationToken) is not { WasAsked: true } round || round.Question!.Area == QuestionSettings.OwnArea)
                continue;
            if (round.State != RoundState.Summarised)
                return null;
            if (await summaries.FindAsync(round.Id, cancellationToken) is { } summary)
                results.Add(new TeamResult(team.Id, round.Question.Area, round.Question.Title, summary));
        }

        return results;
    }

    private async Task SendAsync(string tenant, List<Team> all, SlotId slot, CancellationToken cancellationToken)
    {
        if (all.Find(team => team.IsInstalled) is not { } through || await RenderAsync(tenant, slot, cancellationToken) is not { } card)
            return;

        var json = card.ToJson();
        var parcels = new List<Parcel>();
        foreach (var id in organisation.Value.Leadership.Select(MemberId.From).OfType<MemberId>())
        {
            if (await RecipientAsync(tenant, id, through, cancellationToken) is { } recipient)
                parcels.Add(new Parcel(recipient, json, card.FallbackText));
        }

        await outbox.EnqueueAsync(Batches.Organisation(tenant, slot), parcels, cancellationToken);
    }

    // By the conversation they have with the bot, or as a member of any team; somebody with neither has to write to it first.
    private async Task<Recipient?> RecipientAsync(string tenant, MemberId id, Team through, CancellationToken cancellationToken)
    {
        if (await addresses.RecipientAsync(tenant, id.Value, through.BotId, cancellationToken) is { } known)
            return known;
        foreach (var team in await roster.TeamsOfAsync(tenant, id, cancellationToken))
        {
            if (await roster.FindAsync(team, id, cancellationToken) is { IsPresent: true } member)
                return Recipient.Person(id.Value, member.UserId, through.ServiceUrl, through.BotId);
        }

        return null;
    }
}
