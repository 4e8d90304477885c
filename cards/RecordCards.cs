using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>What happened: the rounds so far, and what was changed by whom; newest first.</summary>
public static class RecordCards
{
    public static AdaptiveCard History(RecordView history, CardTexts texts) => Parts.Card(
        texts,
        texts.HistoryTitle,
        [
            .. Top(history, texts.HistoryTitle, texts.HistoryNone),
            Pager.Render(Verbs.HistoryShow, history.Page, history.Pages, history.Data, texts),
            Parts.Buttons(Parts.WithoutFields(texts.Back, Verbs.DeskShow, history.Data)),
        ]);

    public static AdaptiveCard Audit(RecordView audit, CardTexts texts) => Parts.Card(
        texts,
        texts.AuditTitle,
        [
            .. Top(audit, texts.AuditTitle, texts.AuditNone),
            Pager.Render(Verbs.AuditShow, audit.Page, audit.Pages, audit.Data, texts),
            Parts.Buttons(
                Parts.WithoutFields(texts.AuditExport, Verbs.AuditExport, audit.Data),
                Parts.WithoutFields(texts.Back, Verbs.DeskShow, audit.Data)),
        ]);

    private static IEnumerable<Element?> Top(RecordView view, string title, string none) =>
    [
        Parts.Kicker(view.Team),
        Parts.Heading(title),
        view.Done is { } done ? Parts.Success(done) : null,
        view.Records.Count == 0 ? Parts.Line(none) : null,
        .. view.Records.Select(record => new Container
        {
            Separator = true,
            Items =
            [
                RichTextBlock.Of(new TextRun(record.Title) { Weight = TextWeight.Bolder }),
                .. record.Lines.Select(line => Parts.SubtleWords(line, Spacing.None)),
            ],
        }),
    ];
}

/// <summary>One page of records.</summary>
public sealed record RecordView
{
    public required string Team { get; init; }

    public string? Done { get; init; }

    public required IReadOnlyList<RecordRow> Records { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required ActionData Data { get; init; }
}

public sealed record RecordRow(string Title, IReadOnlyList<string> Lines);
