using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The way on from a summary: earlier rounds, how things have moved, the same as a file. Each has a way back.</summary>
public static class SummaryRecordCards
{
    public static AdaptiveCard History(SummaryHistoryView history, CardTexts texts) => Parts.Card(
        texts,
        texts.EarlierRounds,
        [
            Parts.Kicker(history.Team),
            Parts.Heading(texts.EarlierRounds),
            history.Rounds.Count == 0 ? Parts.Line(texts.NoSummaryYet) : null,
            .. history.Rounds.Select(round => Row(round, history.Data, texts)),
            Pager.Render(Verbs.SummaryHistory, history.Page, history.Pages, history.Data, texts),
            history.Note is { } note ? Parts.Subtle(note) : null,
            Back(history.Data, texts),
        ]);

    public static AdaptiveCard Trend(TrendView trend, CardTexts texts) => Parts.Card(
        texts,
        texts.TrendTitle,
        [
            Parts.Kicker(trend.Team),
            Parts.Heading(texts.TrendTitle),
            Parts.Subtle(trend.IsYear ? texts.TrendYear : texts.TrendQuarter),
            Parts.Subheading(texts.TrendParticipation),
            trend.Participation.Count == 0 ? Parts.Line(texts.NoSummaryYet) : new VerticalBarChart
            {
                Title = texts.TrendParticipation,
                Data = [.. trend.Participation.Select(bar => new Elements.Bar(bar.Label, bar.Count))],
                Fallback = Parts.Line(string.Join(", ", trend.Participation.Select(bar => texts.PercentOf(bar.Label, bar.Count)))),
            },
            Parts.Subheading(texts.TrendAreas),
            trend.Areas.Count == 0 ? Parts.Subtle(texts.TrendNoAreas) : null,
            .. trend.Areas.Select(area => Area(area, texts)),
            Parts.Subtle(texts.TrendOnly),
            Parts.Buttons(
                Parts.WithoutFields(trend.IsYear ? texts.ShowQuarter : texts.ShowYear, Verbs.SummaryTrend, trend.Data with { About = trend.IsYear ? null : "year" }),
                Parts.WithoutFields(texts.FirstPage, Verbs.SummaryShow, trend.Data with { About = null })),
        ]);

    public static AdaptiveCard Files(string team, ActionData data, CardTexts texts) => Parts.Card(
        texts,
        texts.AsFile,
        [
            Parts.Kicker(team),
            Parts.Heading(texts.AsFile),
            Parts.Line(texts.AsFileText),
            Parts.Buttons(
                Parts.WithoutFields(texts.AsDocument, Verbs.SummaryExport, data with { About = "document" }),
                Parts.WithoutFields(texts.AsTable, Verbs.SummaryExport, data with { About = "table" }),
                Parts.WithoutFields(texts.FirstPage, Verbs.SummaryShow, data)),
        ]);

    private static ActionSet Back(ActionData data, CardTexts texts) =>
        Parts.Buttons(Parts.WithoutFields(texts.FirstPage, Verbs.SummaryShow, data with { Page = null }));

    private static ColumnSet Row(SummaryRow round, ActionData data, CardTexts texts) => new()
    {
        Separator = true,
        Columns =
        [
            new([
                RichTextBlock.Of(new TextRun(round.When) { Weight = TextWeight.Bolder }),
                Parts.SubtleWords(round.Question, Spacing.None),
                Parts.SubtleWords(round.Result, Spacing.None),
            ]) { Width = "stretch" },
            new([Parts.Buttons(Parts.WithoutFields(texts.OpenRound, Verbs.SummaryShow, data with { Slot = round.Slot, Page = null }))]) { Width = "auto" },
        ],
    };

    private static Container Area(TrendArea area, CardTexts texts) => new()
    {
        Items =
        [
            RichTextBlock.Of(new TextRun(area.Title) { Weight = TextWeight.Bolder }),
            Parts.SubtleWords(string.Join(" → ", area.Points.Select(point => texts.TrendPoint(texts.OneDecimal(point.Mean), point.Week))), Spacing.None),
        ],
    };
}

/// <summary>One page of the rounds that the reader may open, newest first.</summary>
public sealed record SummaryHistoryView
{
    public required string Team { get; init; }

    public required IReadOnlyList<SummaryRow> Rounds { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    /// <summary>That there are older rounds which are closed to the reader, and who can open them.</summary>
    public string? Note { get; init; }

    public required ActionData Data { get; init; }
}

public sealed record SummaryRow(string Slot, string When, string Question, string Result);

/// <summary>A quarter or a year. <c>Participation</c> is in percent, a bar a round, oldest first.</summary>
public sealed record TrendView
{
    public required string Team { get; init; }

    public required bool IsYear { get; init; }

    public required IReadOnlyList<BarView> Participation { get; init; }

    public required IReadOnlyList<TrendArea> Areas { get; init; }

    public required ActionData Data { get; init; }
}

public sealed record TrendArea(string Title, IReadOnlyList<TrendPoint> Points);

/// <summary>The mean of one round, 1 to 5, and its ISO week.</summary>
public sealed record TrendPoint(int Week, double Mean);
