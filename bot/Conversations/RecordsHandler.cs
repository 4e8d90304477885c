using ReflectionBot.Cards;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Looking ahead and back: the weeks to come, the rounds so far, and who changed what.</summary>
internal sealed class RecordsHandler(
    Access access, RoundStore rounds, RoundPlanner planner, ParticipationStore participation, SummaryStore summaries, DeliveryReport report, AuditLog audit,
    AuditWords words, TimeProvider time) : ICardActionHandler
{
    private const int RoundsOnAPage = 6;
    private const int ChangesOnAPage = 10;
    private const int MostPages = 500;

    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.WeeksShow, Cards.Verbs.HistoryShow, Cards.Verbs.AuditShow];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var (administrator, refusal) = await access.AdministratorAsync(caller, action.Team, cancellationToken);
        if (administrator is not { Team: var team })
            return refusal!;

        return action.Verb switch
        {
            Cards.Verbs.WeeksShow => await WeeksAsync(team, cancellationToken),
            Cards.Verbs.HistoryShow => await HistoryAsync(team, action.Page, cancellationToken),
            _ => await AuditAsync(team, action.Page, cancellationToken),
        };
    }

    private async Task<ActionReply> WeeksAsync(Team team, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        List<SlotView> coming = team.IsRunning
            ? [.. planner.From(team, past, time.GetUtcNow()).Take(SetupCards.PreviewedSlots).Select(round => round.ToView(team))]
            : [];
        return ActionReply.Show(WeeksCard.Render(team.Name, coming, Data(team), team.Language.Texts()));
    }

    private async Task<ActionReply> HistoryAsync(Team team, int page, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        past.Reverse();
        var (at, pages) = Place(page, past.Count, RoundsOnAPage);
        var rows = new List<RecordRow>();
        foreach (var round in past.Skip(at * RoundsOnAPage).Take(RoundsOnAPage))
            rows.Add(new RecordRow(team.Language.Texts().Capital(team.Language.Texts().Moment(team.Local(round.OpensAt))), await LinesAsync(team, round, cancellationToken)));
        return ActionReply.Show(RecordCards.History(View(team, rows, at, pages), team.Language.Texts()));
    }

    private async Task<List<string>> LinesAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        if (round.Question is not { } asked)
            return [round.State == RoundState.Missed ? texts.HistoryMissed(round.Reason ?? texts.ReasonDowntime) : texts.HistorySkipped(round.Reason ?? texts.ReasonClosed)];

        if (round.IsPurged)
            return [asked.Question.Text.In(team.Language), texts.HistoryPurged];

        var count = await summaries.FindAsync(round.Id, cancellationToken) is { } summary
            ? new ParticipationCount(summary.Answered, summary.Asked)
            : await participation.CountAsync(round.Id, cancellationToken);
        var (sent, all) = await report.ReachedAsync(round, cancellationToken);
        return
        [
            asked.Question.Text.In(team.Language),
            .. round.IsOpen ? [texts.HistoryOpen] : Array.Empty<string>(),
            texts.HistoryAsked(count.Asked, count.Answered),
            texts.HistoryDelivered(sent, all),
            .. await report.LinesAsync(team, round, cancellationToken),
        ];
    }

    private async Task<ActionReply> AuditAsync(Team team, int page, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var lines = await audit.ReadAsync(team.Id, cancellationToken).Take(MostPages * ChangesOnAPage).ToListAsync(cancellationToken);
        var (at, pages) = Place(page, lines.Count, ChangesOnAPage);
        var rows = await words.RowsAsync(team, lines.Skip(at * ChangesOnAPage).Take(ChangesOnAPage), cancellationToken);
        return ActionReply.Show(RecordCards.Audit(View(team, rows, at, pages), texts));
    }

    private static RecordView View(Team team, IReadOnlyList<RecordRow> rows, int page, int pages) =>
        new() { Team = team.Name, Records = rows, Page = page, Pages = pages, Data = Data(team) };

    private static ActionData Data(Team team) => new() { Team = team.Id.Thread };

    private static (int Page, int Pages) Place(int page, int count, int size)
    {
        var pages = Math.Max(1, (count + size - 1) / size);
        return (Math.Clamp(page, 0, pages - 1), pages);
    }
}
