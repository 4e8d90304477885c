using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>Looking back over the rounds that are open to a department head: one by one, and how things have moved.</summary>
internal sealed class SummaryRecords(RoundStore rounds, SummaryStore summaries)
{
    private const int RoundsOnAPage = 6;
    private const int WeeksInAQuarter = 13;
    private const int WeeksInAYear = 53;
    private const int MostBars = 27;

    public async Task<AdaptiveCard> HistoryAsync(Team team, Member head, SlotId from, int page, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        var open = past.OpenTo(head, await summaries.OfTeamAsync(team.Id, cancellationToken));
        open.Reverse();
        var pages = Math.Max(1, (open.Count + RoundsOnAPage - 1) / RoundsOnAPage);
        var at = Math.Clamp(page, 0, pages - 1);
        var isMore = past.Exists(round => round.State == RoundState.Summarised && !round.IsPurged && !head.MayRead(round));
        return SummaryRecordCards.History(
            new SummaryHistoryView
            {
                Team = team.Name,
                Rounds = [.. open.Skip(at * RoundsOnAPage).Take(RoundsOnAPage).Select(one => Row(team, one, texts))],
                Page = at,
                Pages = pages,
                Note = isMore ? texts.OlderClosed : null,
                Data = new RoundId(team.Id, from).Data(),
            },
            texts);
    }

    public async Task<AdaptiveCard> TrendAsync(Team team, Member head, SlotId from, bool isYear, CancellationToken cancellationToken)
    {
        var all = await rounds.AllAsync(team.Id, cancellationToken);
        var open = all.OpenTo(head, await summaries.OfTeamAsync(team.Id, cancellationToken));
        var weeks = isYear ? WeeksInAYear : WeeksInAQuarter;
        var shown = open.Count == 0 ? open : open.FindAll(one => open[^1].Round.Id.Slot.WeeksSince(one.Round.Id.Slot) < weeks);
        return SummaryRecordCards.Trend(
            new TrendView
            {
                Team = team.Name,
                IsYear = isYear,
                Participation = [.. shown.TakeLast(MostBars).Select(Percent)],
                Areas = [.. Areas(shown, team.Language)],
                Data = new RoundId(team.Id, from).Data(),
            },
            team.Language.Texts());
    }

    private static SummaryRow Row(Team team, SummarisedRound one, CardTexts texts)
    {
        var (round, summary) = one;
        var took = texts.Participation(summary.Answered, summary.Asked);
        return new SummaryRow(
            round.Id.Slot.ToString(),
            texts.WeekOf(round.Id.Slot.IsoWeek, one.Asked.Title.In(team.Language)),
            one.Asked.Question.Text.In(team.Language),
            summary.Picture?.Mean is { } mean ? took + " · " + texts.Mean(texts.OneDecimal(mean)) : took);
    }

    private static BarView Percent(SummarisedRound one) =>
        new($"{one.Round.Id.Slot.IsoWeek}", one.Summary.Asked == 0 ? 0 : (int)Math.Round(100.0 * one.Summary.Answered / one.Summary.Asked));

    // Only rounds that were shown with a mean of their own: a line through a hidden one would tell about it.
    private static IEnumerable<TrendArea> Areas(IEnumerable<SummarisedRound> shown, Language language) =>
        shown.Where(one => one.Summary.Picture?.Mean is not null)
            .GroupBy(one => one.Asked.Area)
            .Select(area => new TrendArea(
                area.Last().Asked.Title.In(language),
                [.. area.Select(one => new TrendPoint(one.Round.Id.Slot.IsoWeek, one.Summary.Picture!.Mean!.Value))]));
}
