using System.Globalization;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>What belongs to one leader alone: their choices, their reflections, their data.</summary>
public static class OwnCards
{
    /// <summary>The value of <see cref="Fields.MyLanguage"/> for whoever follows the team.</summary>
    public const string TeamLanguage = "team";

    public static AdaptiveCard Choices(OwnChoicesView own, CardTexts texts) => Parts.Card(
        texts,
        texts.MyChoices,
        [
            Parts.Heading(texts.MyChoices),
            own.IsStopped ? null : Parts.Subtle(texts.MyChoicesText),
            own.Done is { } done ? Parts.Success(done) : null,
            own.Problem is { } problem ? Parts.Problem(problem) : null,
            own.IsStopped ? Parts.Line(texts.StoppedText) : null,
            .. own.IsStopped ? [] : Inputs(own, texts),
            Parts.Buttons(
            [
                own.IsStopped ? Parts.WithoutFields(texts.ComeBack, Verbs.DataComeBack, new ActionData()) with { Style = ActionStyle.Positive } : Parts.Primary(texts.Save, Verbs.OwnSave, new ActionData()),
                Parts.WithoutFields(texts.JournalTitle, Verbs.JournalShow, new ActionData()),
                Parts.WithoutFields(texts.MyData, Verbs.DataShow, new ActionData()),
            ]),
        ]);

    /// <summary>Newest first; with an area chosen, how its numbers have gone.</summary>
    public static AdaptiveCard Journal(JournalView journal, CardTexts texts) => Parts.Card(
        texts,
        texts.JournalTitle,
        [
            Parts.Heading(texts.JournalTitle),
            Parts.Subtle(texts.JournalOnlyYou),
            journal.Entries.Count == 0 ? Parts.Line(texts.JournalNone) : null,
            journal.Trend.Count > 1 ? new VerticalBarChart
            {
                Title = texts.JournalTrend,
                Data = [.. journal.Trend.Select(bar => new Elements.Bar(bar.Label, bar.Count))],
                Fallback = Parts.Line(string.Join(", ", journal.Trend.Select(bar => texts.BarValue(bar.Label, bar.Count)))),
            } : null,
            .. journal.Entries.Select(entry => Entry(entry, texts)),
            Pager.Render(Verbs.JournalShow, journal.Page, journal.Pages, new ActionData { About = journal.Area }, texts),
            journal.Areas.Count > 1 || journal.Area is not null ? Areas(journal, texts) : null,
            Parts.Buttons(Parts.WithoutFields(texts.MyChoices, Verbs.OwnShow, new ActionData()), Parts.WithoutFields(texts.MyData, Verbs.DataShow, new ActionData())),
        ]);

    public static AdaptiveCard Data(IReadOnlyList<DataLine> lines, CardTexts texts) => Parts.Card(
        texts,
        texts.MyData,
        [
            Parts.Heading(texts.MyData),
            Parts.Subtle(texts.MyDataText),
            .. lines.Select(line => new Container
            {
                Spacing = Spacing.Medium,
                Items = [RichTextBlock.Of(new TextRun(line.What) { Weight = TextWeight.Bolder }), Parts.SubtleWords(line.Until, Spacing.None)],
            }),
            Parts.Buttons(
                Parts.WithoutFields(texts.GetToRead, Verbs.DataExport, new ActionData { About = "html" }),
                Parts.WithoutFields(texts.GetAsJson, Verbs.DataExport, new ActionData { About = "json" }),
                Parts.WithoutFields(texts.DataRead, Verbs.DataRead, new ActionData()),
                Parts.WithoutFields(texts.DeleteMyData, Verbs.DataDelete, new ActionData()) with { Style = ActionStyle.Destructive }),
        ]);

    /// <summary>One page of everything there is, for whoever cannot have it as a file.</summary>
    public static AdaptiveCard Record(IReadOnlyList<RecordRow> records, int page, int pages, string? problem, CardTexts texts) => Parts.Card(
        texts,
        texts.MyData,
        [
            Parts.Heading(texts.MyData),
            problem is null ? null : Parts.Subtle(problem),
            .. records.Select(record => new Container
            {
                Separator = true,
                Items = [RichTextBlock.Of(new TextRun(record.Title) { Weight = TextWeight.Bolder }), .. record.Lines.Select(line => Parts.Words(line, Spacing.None))],
            }),
            Pager.Render(Verbs.DataRead, page, pages, new ActionData(), texts),
            Parts.Buttons(Parts.WithoutFields(texts.Back, Verbs.DataShow, new ActionData())),
        ]);

    public static AdaptiveCard ConfirmDeletion(CardTexts texts) => Parts.Card(
        texts,
        texts.DeleteMyData,
        [
            Parts.Heading(texts.DeleteMyDataTitle),
            Parts.Line(texts.DeleteMyDataWhat),
            Parts.Line(texts.DeleteMyDataNot),
            Parts.Buttons(
                Parts.WithoutFields(texts.DeleteMyData, Verbs.DataDeleteConfirmed, new ActionData()) with { Style = ActionStyle.Destructive },
                Parts.WithoutFields(texts.Cancel, Verbs.DataShow, new ActionData())),
        ]);

    public static AdaptiveCard Deleted(CardTexts texts) => Parts.Card(
        texts,
        texts.DataDeletedTitle,
        [
            Parts.Heading(texts.DataDeletedTitle),
            Parts.Line(texts.DataDeletedText),
            Parts.Line(texts.DeleteMyDataNot),
            Parts.Buttons(Parts.WithoutFields(texts.ComeBack, Verbs.DataComeBack, new ActionData())),
        ]);

    private static IEnumerable<Element?> Inputs(OwnChoicesView own, CardTexts texts) =>
    [
        new ChoiceSetInput
        {
            Id = Fields.MyLanguage,
            Label = texts.MyLanguageLabel,
            Style = ChoiceStyle.Compact,
            Value = own.Language ?? TeamLanguage,
            Choices = [new(texts.MyLanguageTeam, TeamLanguage), new("Dansk", "Danish"), new("English", "English")],
        },
        new ToggleInput { Id = Fields.MyReminders, Label = texts.MyRemindersLabel, Title = texts.MyRemindersTitle, Value = own.Reminders ? "true" : "false" },
        new DateInput { Id = Fields.MyPause, Label = texts.MyPauseLabel, Value = own.PausedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        Parts.Subtle(own.PausedUntil is { } until ? texts.MyPauseUntil(texts.Date(until)) : texts.MyPauseText),
    ];

    private static Container Entry(JournalEntryView entry, CardTexts texts) => new()
    {
        Separator = true,
        Items =
        [
            RichTextBlock.Of(new TextRun(entry.Title) { Weight = TextWeight.Bolder }),
            Parts.SubtleWords(texts.Date(entry.Day) + " · " + entry.Question, Spacing.None),
            .. entry.Value is { } value ? [Parts.Words(texts.JournalNumber(value), Spacing.Small)] : Array.Empty<Element>(),
            .. entry.Text is { } text ? [Parts.Words(text, Spacing.Small)] : Array.Empty<Element>(),
        ],
    };

    private static ActionSet Areas(JournalView journal, CardTexts texts) => Parts.Buttons(
    [
        .. journal.Area is null ? [] : new[] { Parts.WithoutFields(texts.AllAreas, Verbs.JournalShow, new ActionData()) },
        .. journal.Areas.Where(area => area.Id != journal.Area).Take(5).Select(area => Parts.WithoutFields(area.Title, Verbs.JournalShow, new ActionData { About = area.Id })),
    ]);
}

public sealed record OwnChoicesView
{
    public string? Done { get; init; }

    public string? Problem { get; init; }

    /// <summary>"Danish" or "English"; null follows the team.</summary>
    public string? Language { get; init; }

    public required bool Reminders { get; init; }

    public DateOnly? PausedUntil { get; init; }

    /// <summary>Whether they have deleted their data and are not asked any more.</summary>
    public bool IsStopped { get; init; }
}

/// <summary>One page of a leader's own reflections. <c>Trend</c> is oldest first, of the chosen area alone.</summary>
public sealed record JournalView
{
    public required IReadOnlyList<JournalEntryView> Entries { get; init; }

    public required IReadOnlyList<JournalArea> Areas { get; init; }

    public string? Area { get; init; }

    public IReadOnlyList<BarView> Trend { get; init; } = [];

    public required int Page { get; init; }

    public required int Pages { get; init; }
}

public sealed record JournalArea(string Id, string Title);

/// <summary>One reflection; a long text is cut, the file has all of it.</summary>
public sealed record JournalEntryView(DateOnly Day, string Title, string Question, int? Value, string? Text);

/// <summary>One kind of thing that is stored about somebody: what there is, and until when.</summary>
public sealed record DataLine(string What, string Until);
