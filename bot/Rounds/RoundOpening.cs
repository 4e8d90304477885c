using Microsoft.Extensions.Options;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>Opens a round and sees to it that everybody who should gets its card, and one reminder.</summary>
internal sealed class RoundOpening(
    RosterStore roster, RoundStore rounds, ParticipationStore participation, Prompts prompts, IOptions<Organisation> organisation, TimeProvider time)
{
    public async Task<bool> HasSomebodyToAskAsync(Team team, CancellationToken cancellationToken) =>
        ToAsk(team, await roster.MembersAsync(team.Id, cancellationToken)).Any();

    /// <summary>False when the slot was taken already, or there is nobody to ask (which is then what the slot's record says).</summary>
    public async Task<bool> OpenAsync(Team team, PlannedSlot slot, AskedQuestion question, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        if (!ToAsk(team, members).Any())
        {
            await RecordAsync(team, slot, RoundState.Skipped, team.Language.Texts().DeskNobodyToAsk, cancellationToken);
            return false;
        }

        var heads = HeadsOf(members);
        var before = (await rounds.AllAsync(team.Id, cancellationToken)).FindLast(round => round.WasAsked)?.Heads;
        var round = Of(team, slot, RoundState.Open) with
        {
            OpenedAt = time.GetUtcNow(),
            Question = question,
            Threshold = Math.Max(team.Threshold, organisation.Value.ThresholdFloor),
            OffersNamed = team.OffersNamed,
            Shares = team.Shares,
            Heads = heads,
            HeadsChanged = before is { Count: > 0 } && !before.SequenceEqual(heads),
        };
        if (!await rounds.TryAddAsync(round, cancellationToken))
            return false;

        var opened = await rounds.FindAsync(round.Id, cancellationToken);
        await SendAsync(team, opened!, cancellationToken);
        return true;
    }

    /// <summary>Asks everybody, and notes that it is done; interrupted anywhere, it is simply repeated.</summary>
    public async Task SendAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var asked = ToAsk(team, members).Select(member => member.Id).ToHashSet();
        await participation.AskAsync(round.Id, asked, cancellationToken);
        await prompts.SendAsync(team, round, members, asked, cancellationToken);
        await rounds.TryUpdateAsync(round with { IsSent = true }, cancellationToken);
    }

    /// <summary>One reminder to those who have neither answered nor skipped.</summary>
    public async Task RemindAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var missing = await participation.ToRemindAsync(round.Id, cancellationToken);
        missing.IntersectWith(members.Where(member => member.IsPresent && !member.Own.NoReminders && !IsAway(team, member)).Select(member => member.Id));
        await prompts.RemindAsync(team, round, members, missing, cancellationToken);
        await rounds.TryUpdateAsync(round with { IsReminded = true }, cancellationToken);
    }

    /// <summary>Asks those again who wanted to be asked at this moment and have not answered meanwhile.</summary>
    public async Task WakeAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var due = (await participation.SnoozesAsync(round.Id, cancellationToken)).FindAll(snooze => snooze.Until <= time.GetUtcNow());
        if (due.Count == 0)
            return;

        var members = await roster.MembersAsync(team.Id, cancellationToken);
        foreach (var snooze in due)
        {
            if (await participation.IsMissingAsync(round.Id, snooze.Member, cancellationToken) && ToAsk(team, members).FirstOrDefault(member => member.Id == snooze.Member) is { } member)
                await prompts.WakeAsync(team, round, members, member, cancellationToken);
            await participation.WakeAsync(round.Id, snooze.Member, cancellationToken);
        }
    }

    /// <summary>The next moment at which somebody wants to be asked again; null when nobody does.</summary>
    public async Task<DateTimeOffset?> NextWakeAsync(Round round, CancellationToken cancellationToken) =>
        (await participation.SnoozesAsync(round.Id, cancellationToken)).FirstOrDefault()?.Until;

    /// <summary>Cards that have not gone out by now are not sent any more.</summary>
    public Task WithdrawAsync(Round round, CancellationToken cancellationToken) => prompts.WithdrawAsync(round.Id, cancellationToken);

    /// <summary>Notes why a slot had no round. The first record of a slot stays.</summary>
    public Task<bool> RecordAsync(Team team, PlannedSlot slot, RoundState state, string? reason, CancellationToken cancellationToken) =>
        rounds.TryAddAsync(Of(team, slot, state) with { Reason = reason }, cancellationToken);

    private static Round Of(Team team, PlannedSlot slot, RoundState state) => new()
    {
        Id = new RoundId(team.Id, slot.Slot),
        State = state,
        OpensAt = slot.OpensAt,
        RemindsAt = slot.RemindsAt,
        ClosesAt = slot.ClosesAt,
    };

    private static List<MemberId> HeadsOf(IEnumerable<Member> members) =>
        [.. members.Where(member => member.Is(Role.DepartmentHead)).Select(member => member.Id).OrderBy(id => id.Value, StringComparer.Ordinal)];

    private IEnumerable<Member> ToAsk(Team team, IEnumerable<Member> members) =>
        members.Where(member => team.Asks(member) && !IsAway(team, member));

    private bool IsAway(Team team, Member member) =>
        member.Own.IsPausedOn(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), team.Zone).Date));
}
