using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The administrator's desk: send now, close now, pause, and deleting a team that no longer has the bot.</summary>
internal sealed class DeskHandler(
    Access access, TeamStore teams, RoundKeeper keeper, RoundStore rounds, ParticipationStore participation, SummaryPublisher summaries,
    DeskCards desk, TeamErasure erasure, AuditLog audit, TeamChanges changes, TimeProvider time) : ICardActionHandler
{
    private const int LongestPauseDays = 366;

    public IReadOnlyCollection<string> Verbs { get; } =
    [
        Cards.Verbs.DeskTeams, Cards.Verbs.DeskShow, Cards.Verbs.DeskSendNow, Cards.Verbs.DeskCloseNow, Cards.Verbs.DeskPause, Cards.Verbs.DeskResume,
        Cards.Verbs.DeskForget, Cards.Verbs.DeskForgetConfirmed,
    ];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (action.Verb is Cards.Verbs.DeskTeams)
            return ActionReply.Show(DeskCards.Teams(await access.AdministeredAsync(caller, cancellationToken), action.Page));

        var (administrator, refusal) = await access.AdministratorAsync(caller, action.Team, cancellationToken);
        if (administrator is not { Team: var team, Member: var by })
            return refusal!;

        return (action.Verb, team) switch
        {
            (Cards.Verbs.DeskSendNow, { IsRunning: true }) => await SendNowAsync(team, by.Id, cancellationToken),
            (Cards.Verbs.DeskCloseNow, { IsInstalled: true }) => await CloseNowAsync(team, by.Id, cancellationToken),
            (Cards.Verbs.DeskPause, { IsRunning: true }) => await PauseAsync(team, by.Id, action[Fields.PauseUntil], cancellationToken),
            (Cards.Verbs.DeskResume, { IsRunning: true }) => await ResumeAsync(team, by.Id, cancellationToken),
            (Cards.Verbs.DeskForget, { IsInstalled: false }) => ActionReply.Show(ChatCards.ConfirmDeletion(team.Name, new ActionData { Team = team.Id.Thread }, team.Language.Texts())),
            (Cards.Verbs.DeskForgetConfirmed, { IsInstalled: false }) => await ForgetAsync(team, cancellationToken),
            _ => await ShowAsync(team, null, null, cancellationToken),
        };
    }

    private async Task<ActionReply> SendNowAsync(Team team, MemberId by, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var outcome = await keeper.OpenNowAsync(team, cancellationToken);
        changes.Raise(team.Id);
        if (outcome == OpenNowOutcome.Opened)
            await audit.WriteAsync(team.Id, new AuditEntry(AuditAct.SentNow, by), cancellationToken);
        return outcome switch
        {
            OpenNowOutcome.Opened => await ShowAsync(team, texts.DeskSentNow(await AskedAsync(team, cancellationToken)), null, cancellationToken),
            OpenNowOutcome.NobodyToAsk => await ShowAsync(team, null, texts.DeskNobodyToAsk, cancellationToken),
            _ => await ShowAsync(team, null, texts.DeskAlreadyOpen, cancellationToken),
        };
    }

    private async Task<int> AskedAsync(Team team, CancellationToken cancellationToken) =>
        await rounds.OpenAsync(team.Id, cancellationToken) is { } open
            ? await participation.AskedAsync(open.Id, cancellationToken)
            : 0;

    private async Task<ActionReply> CloseNowAsync(Team team, MemberId by, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        if (!await keeper.CloseNowAsync(team.Id, cancellationToken))
            return await ShowAsync(team, null, texts.DeskNothingOpen, cancellationToken);

        await audit.WriteAsync(team.Id, new AuditEntry(AuditAct.ClosedNow, by), cancellationToken);
        await summaries.PublishAsync(team.Id, cancellationToken);
        changes.Raise(team.Id);
        return await ShowAsync(team, texts.DeskClosed, null, cancellationToken);
    }

    private async Task<ActionReply> PauseAsync(Team team, MemberId by, string? typed, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(team.Local(time.GetUtcNow()).Date);
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            || until <= today || until > today.AddDays(LongestPauseDays))
            return await ShowAsync(team, null, team.Language.Texts().DeskPauseInvalid, cancellationToken);

        var entry = new AuditEntry(AuditAct.Paused, by, To: team.Language.Texts().Date(until));
        return await ChangeAsync(team, now => now with { PausedUntil = until }, entry, cancellationToken);
    }

    private Task<ActionReply> ResumeAsync(Team team, MemberId by, CancellationToken cancellationToken) =>
        ChangeAsync(team, now => now.PausedUntil is null ? now : now with { PausedUntil = null, RunsFrom = time.GetUtcNow() }, new AuditEntry(AuditAct.Resumed, by), cancellationToken);

    private async Task<ActionReply> ChangeAsync(Team team, Func<Team, Team> change, AuditEntry entry, CancellationToken cancellationToken)
    {
        var changed = await teams.ChangeAsync(team.Id, change, cancellationToken);
        if (changed?.PausedUntil != team.PausedUntil)
            await audit.WriteAsync(team.Id, entry, cancellationToken);
        changes.Raise(team.Id);
        return await ShowAsync(changed ?? team, team.Language.Texts().DeskSaved, null, cancellationToken);
    }

    private async Task<ActionReply> ForgetAsync(Team team, CancellationToken cancellationToken)
    {
        await erasure.EraseAsync(team.Id, cancellationToken);
        return ActionReply.Show(ChatCards.Deleted(team.Name, team.Language.Texts()));
    }

    private async Task<ActionReply> ShowAsync(Team team, string? done, string? problem, CancellationToken cancellationToken) =>
        ActionReply.Show(await desk.RenderAsync(team, done, problem, cancellationToken));
}
