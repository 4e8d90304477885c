using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>
/// Moves a team's rounds on: opens, reminds and closes whatever is due by now. Everything is decided from what is stored,
/// so it may run late, twice, or on two instances at once; the slot's key and the round's ETag let one of them win.
/// </summary>
internal sealed class RoundKeeper(
    TeamStore teams, RoundStore rounds, RoundPlanner planner, RoundOpening opening, TimeProvider time)
{
    /// <summary>How late a slot may still be opened.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>When there is something to do next; null when there is nothing. A round that is open closes even where the bot was removed.</summary>
    public async Task<DateTimeOffset?> AdvanceAsync(TeamId id, CancellationToken cancellationToken)
    {
        if (await teams.FindAsync(id, cancellationToken) is not { } team)
            return null;

        var past = await rounds.AllAsync(id, cancellationToken);
        foreach (var open in past.Where(round => round.IsOpen))
            await ContinueAsync(team, open, cancellationToken);
        if (team.IsRunning)
            await TakeDueSlotsAsync(team, past, cancellationToken);
        return await NextAsync(team, cancellationToken);
    }

    /// <summary>Opens the next slot early, if no round is open and there is somebody to ask.</summary>
    public async Task<OpenNowOutcome> OpenNowAsync(Team team, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        if (past.Exists(round => round.IsOpen))
            return OpenNowOutcome.AlreadyOpen;
        if (!await opening.HasSomebodyToAskAsync(team, cancellationToken))
            return OpenNowOutcome.NobodyToAsk;

        var next = planner.From(team, past, now).First(coming => coming.Question is not null);
        var opened = await opening.OpenAsync(team, planner.OpenedEarly(team, next.Slot, now), next.Question!, cancellationToken);
        return opened ? OpenNowOutcome.Opened : OpenNowOutcome.AlreadyOpen;
    }

    /// <summary>False when no round is open.</summary>
    public async Task<bool> CloseNowAsync(TeamId team, CancellationToken cancellationToken)
    {
        if (await rounds.OpenAsync(team, cancellationToken) is not { } open)
            return false;

        await CloseAsync(open, cancellationToken);
        return true;
    }

    private async Task ContinueAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (round.ClosesAt <= now)
            await CloseAsync(round, cancellationToken);
        else if (!team.IsInstalled)
            return;
        else
            await CarryOnAsync(team, round, now, cancellationToken);
    }

    private async Task CarryOnAsync(Team team, Round round, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!round.IsSent)
            await opening.SendAsync(team, round, cancellationToken);
        else if (round is { IsReminded: false, RemindsAt: { } reminds } && reminds <= now)
            await opening.RemindAsync(team, round, cancellationToken);
        await opening.WakeAsync(team, round, cancellationToken);
    }

    private async Task CloseAsync(Round round, CancellationToken cancellationToken)
    {
        await opening.WithdrawAsync(round, cancellationToken);
        await rounds.TryUpdateAsync(round with { State = RoundState.Closed, ClosedAt = time.GetUtcNow() }, cancellationToken);
    }

    private async Task TakeDueSlotsAsync(Team team, List<Round> past, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var coming in planner.From(team, past, team.RunsFrom!.Value).TakeWhile(coming => coming.Slot.OpensAt <= now))
        {
            if (coming.Slot.Skipped is { } skipped)
                await opening.RecordAsync(team, coming.Slot, RoundState.Skipped, Reading.Reason(skipped, team.Language), cancellationToken);
            else if (now - coming.Slot.OpensAt < Grace && now < coming.Slot.ClosesAt)
                await opening.OpenAsync(team, coming.Slot, await QuestionNowAsync(team, cancellationToken), cancellationToken);
            else
                await opening.RecordAsync(team, coming.Slot, RoundState.Missed, team.Language.Texts().ReasonDowntime, cancellationToken);
        }
    }

    // Slots missed just before have had no question, so the rotation has to be asked again for the one that is opened.
    private async Task<AskedQuestion> QuestionNowAsync(Team team, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        return planner.From(team, past, team.RunsFrom!.Value).First(coming => coming.Question is not null).Question!;
    }

    private async Task<DateTimeOffset?> NextAsync(Team team, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        var moments = past
            .Where(round => round.IsOpen)
            .SelectMany(round => new[] { round.IsReminded ? null : round.RemindsAt, round.ClosesAt });
        var wakes = past.Find(round => round.IsOpen) is { } open ? await opening.NextWakeAsync(open, cancellationToken) : null;
        var opens = team is { IsRunning: true, RunsFrom: { } from } ? planner.From(team, past, from).First().Slot.OpensAt : (DateTimeOffset?)null;
        return moments.Append(opens).Append(wakes).Where(moment => moment > now).Min();
    }
}

internal enum OpenNowOutcome
{
    Opened,
    AlreadyOpen,
    NobodyToAsk,
}
