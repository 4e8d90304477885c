using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>How a team's week stands, for its administrator and, shorter, for its members.</summary>
internal sealed class DeskCards(
    RoundStore rounds, ParticipationStore participation, RoundPlanner planner, DeliveryReport report, TimeProvider time)
{
    private const int MostNotAsked = 4;
    private const int NextSlots = 2;
    private const int TeamsOnAPage = 15;

    public async Task<AdaptiveCard> RenderAsync(Team team, string? done, string? problem, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var data = new ActionData { Team = team.Id.Thread };
        if (!team.IsInstalled)
            return ChatCards.Removed(team.Name, data, texts);

        var past = await rounds.AllAsync(team.Id, cancellationToken);
        var open = past.Find(round => round.IsOpen);
        var paused = IsPaused(team);
        return DeskCard.Render(
            new DeskView
            {
                Team = team.Name,
                Done = done,
                Problem = problem,
                Lines = [.. await LinesAsync(team, open, texts, cancellationToken), .. NotAsked(team, past, texts), .. await DeliveryAsync(team, past, cancellationToken)],
                Slots = team.IsRunning ? [.. planner.From(team, past, time.GetUtcNow()).Take(NextSlots).Select(coming => coming.ToView(team))] : [],
                IsSetUp = team.IsRunning,
                IsPaused = paused,
                CanPause = team.IsRunning && !paused,
                CanSend = team.IsRunning && !paused && open is null,
                CanClose = open is not null,
                Data = data,
            },
            texts);
    }

    /// <summary>For an administrator of several teams: which of them?</summary>
    public static AdaptiveCard Teams(List<Membership> administered, int page)
    {
        var texts = administered.Count > 0 ? administered[0].Texts : CardTexts.Danish;
        var pages = Math.Max(1, (administered.Count + TeamsOnAPage - 1) / TeamsOnAPage);
        var at = Math.Clamp(page, 0, pages - 1);
        var shown = administered.Skip(at * TeamsOnAPage).Take(TeamsOnAPage).Select(one => new TeamChoice(one.Team.Id.Thread, one.Team.Name));
        return ChatCards.ChooseTeam(Verbs.DeskShow, [.. shown], texts, at, pages);
    }

    /// <summary>What every member may know: whether a round is open, how many of how many answered, when the next one comes.</summary>
    public async Task<List<string>> StatusAsync(Team team, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        var open = past.Find(round => round.IsOpen);
        var lines = new List<string> { await StateAsync(team, open, texts, cancellationToken) };
        if (team.IsRunning && planner.From(team, past, time.GetUtcNow()).First(coming => coming.Question is not null) is { } next)
            lines.Add(texts.DeskNext(texts.Moment(team.Local(next.Slot.OpensAt))));
        return lines;
    }

    private async Task<List<string>> LinesAsync(Team team, Round? open, CardTexts texts, CancellationToken cancellationToken)
    {
        var lines = new List<string> { await StateAsync(team, open, texts, cancellationToken) };
        if (team.IsRunning)
            lines.Add(SetupCards.Rhythm(team.Schedule, texts));
        return lines;
    }

    private async Task<string> StateAsync(Team team, Round? open, CardTexts texts, CancellationToken cancellationToken)
    {
        if (open is not null)
        {
            var count = await participation.CountAsync(open.Id, cancellationToken);
            return texts.DeskOpenRound(count.Answered, count.Asked, texts.Moment(team.Local(open.ClosesAt)));
        }

        return !team.IsRunning ? texts.DeskNotSetUp
            : IsPaused(team) ? texts.DeskPaused(texts.Date(team.PausedUntil!.Value))
            : texts.DeskNoRound;
    }

    private async Task<List<string>> DeliveryAsync(Team team, List<Round> past, CancellationToken cancellationToken) =>
        past.FindLast(round => round.WasAsked) is { } latest ? await report.LinesAsync(team, latest, cancellationToken) : [];

    // Since the latest round that was asked: what is further back has been made good.
    private static IEnumerable<string> NotAsked(Team team, List<Round> past, CardTexts texts) =>
        past.Skip(past.FindLastIndex(round => round.WasAsked) + 1)
            .TakeLast(MostNotAsked)
            .Where(round => round.State == RoundState.Missed)
            .Select(round => texts.DeskNotAsked(texts.Moment(team.Local(round.OpensAt)), round.Reason ?? texts.ReasonDowntime));

    private bool IsPaused(Team team) =>
        team.PausedUntil is { } until && until > DateOnly.FromDateTime(team.Local(time.GetUtcNow()).Date);
}
