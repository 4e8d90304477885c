using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>From packs to areas to questions, each with its switch; what a switch does is shown before it is saved.</summary>
public static class QuestionCards
{
    public static AdaptiveCard List(QuestionListView list, CardTexts texts) => Parts.Card(
        texts,
        list.Title,
        [
            Parts.Kicker(list.Team),
            Title(list.Title),
            list.Done is { } done ? Parts.Success(done) : null,
            list.Problem is { } problem ? Parts.Problem(problem) : null,
            list.Intro is { } intro ? Parts.SubtleWords(intro) : null,
            .. list.Rows.Select(row => Row(row, texts)),
            Pager.Render(list.Verb, list.Page, list.Pages, list.Data, texts),
            Parts.Buttons(
                [
                    .. list.CanWrite ? [Parts.WithoutFields(texts.OwnNew, Verbs.QuestionsWrite, list.Data with { About = null })] : Array.Empty<CardAction>(),
                    Parts.WithoutFields(texts.Back, list.BackVerb, list.Data with { About = list.BackAbout, Page = null }),
                ]),
        ]);

    /// <summary>The weeks to come as the change would make them.</summary>
    public static AdaptiveCard Review(string team, IReadOnlyList<SlotView> slots, string? problem, ActionData save, ActionData back, CardTexts texts) => Parts.Card(
        texts,
        texts.QuestionsReview,
        [
            Parts.Kicker(team),
            Parts.Heading(texts.QuestionsReview),
            problem is null ? null : Parts.Problem(problem),
            .. SlotList.Render(slots, texts),
            Parts.Buttons(
                [
                    .. slots.Count > 0 || problem is null ? [Parts.Primary(texts.Save, Verbs.QuestionsSave, save)] : Array.Empty<CardAction>(),
                    Parts.WithoutFields(texts.Back, save.Own is null ? Verbs.QuestionsShow : Verbs.QuestionsWrite, back),
                ]),
        ]);

    /// <summary>One question as leaders will meet it, with what can be done about it.</summary>
    public static AdaptiveCard Look(PromptView prompt, string? state, IReadOnlyList<RowButton> buttons, ActionData back, CardTexts texts) => Parts.Card(
        texts,
        texts.LookTitle,
        [
            Parts.Heading(texts.LookTitle),
            state is null ? null : Parts.SubtleWords(state),
            new Container { Style = ContainerStyle.Emphasis, Items = [.. PromptCard.Body(prompt, texts).OfType<Element>()] },
            Parts.Buttons(buttons.Select(button => Parts.WithoutFields(button.Title, button.Verb, button.Data))),
            Parts.Buttons(Parts.WithoutFields(texts.Back, Verbs.QuestionsArea, back)),
        ]);

    public static AdaptiveCard Write(OwnView own, CardTexts texts) => Parts.Card(
        texts,
        texts.OwnNew,
        [
            Parts.Kicker(own.Team),
            Parts.Heading(own.Data.About is null ? texts.OwnNew : texts.EditQuestion),
            own.Problem is { } problem ? Parts.Problem(problem) : null,
            .. Text(Fields.OwnText, texts.OwnText, own.Form.Text, own, isLong: true),
            new ChoiceSetInput
            {
                Id = Fields.OwnType,
                Label = texts.OwnType,
                Style = ChoiceStyle.Compact,
                Value = own.Form.Type,
                Choices = [new(texts.TypeOpen, nameof(QuestionKind.Open)), new(texts.TypeScale, nameof(QuestionKind.Scale)), new(texts.TypeDilemma, nameof(QuestionKind.Dilemma)), new(texts.TypeNumber, nameof(QuestionKind.Number))],
            },
            .. Problems(own, Fields.OwnType),
            .. Text(Fields.OwnLow, texts.OwnLow, own.Form.Low, own),
            .. Text(Fields.OwnHigh, texts.OwnHigh, own.Form.High, own),
            .. Text(Fields.OwnUnit, texts.OwnUnit, own.Form.Unit, own),
            new ColumnSet
            {
                Columns =
                [
                    new([new TextInput { Id = Fields.OwnMin, Label = texts.OwnMin, Value = own.Form.Min }]) { Width = "1" },
                    new([new TextInput { Id = Fields.OwnMax, Label = texts.OwnMax, Value = own.Form.Max }]) { Width = "1" },
                ],
            },
            .. Problems(own, Fields.OwnMin),
            .. Text(Fields.OwnProbe, texts.OwnProbe, own.Form.Probe, own),
            .. Text(Fields.OwnTextEn, texts.OwnTextEn, own.Form.TextEn, own, isLong: true),
            .. Text(Fields.OwnProbeEn, texts.OwnProbeEn, own.Form.ProbeEn, own),
            Parts.Buttons(
                Parts.Primary(texts.Review, Verbs.QuestionsWritten, own.Data),
                Parts.WithoutFields(texts.Back, Verbs.QuestionsArea, own.Data with { About = own.BackAbout })),
        ]);

    private static IEnumerable<Element> Text(string id, string label, string? value, OwnView own, bool isLong = false) =>
        [new TextInput { Id = id, Label = label, Value = value, IsMultiline = isLong ? true : null }, .. Problems(own, id)];

    private static IEnumerable<Element> Problems(OwnView own, string field) =>
        own.Problems.Where(problem => problem.Field == field).Select(problem => Parts.FieldProblem(problem.Text));

    private static RichTextBlock Title(string text) =>
        RichTextBlock.Of(new TextRun(text) { Size = TextSize.Large, Weight = TextWeight.Bolder }) with { Spacing = Spacing.Small };

    private static Container Row(QuestionRow row, CardTexts texts) => new()
    {
        Separator = true,
        Items =
        [
            RichTextBlock.Of(new TextRun(row.Title) { Weight = TextWeight.Bolder }),
            .. row.State is { } state ? [Parts.SubtleWords(state, Spacing.None)] : Array.Empty<Element>(),
            Parts.Buttons(row.Buttons.Select(button => Parts.WithoutFields(button.Title, button.Verb, button.Data))),
        ],
    };
}

/// <summary>One page of packs, areas or questions. <c>BackVerb</c> and <c>BackAbout</c> are the way up.</summary>
public sealed record QuestionListView
{
    public required string Team { get; init; }

    public required string Title { get; init; }

    public string? Intro { get; init; }

    public string? Done { get; init; }

    public string? Problem { get; init; }

    public required IReadOnlyList<QuestionRow> Rows { get; init; }

    public required string Verb { get; init; }

    public int Page { get; init; }

    public int Pages { get; init; } = 1;

    public bool CanWrite { get; init; }

    public required string BackVerb { get; init; }

    public string? BackAbout { get; init; }

    public required ActionData Data { get; init; }
}

public sealed record QuestionRow(string Title, string? State, IReadOnlyList<RowButton> Buttons);

public sealed record RowButton(string Title, string Verb, ActionData Data);

/// <summary>The form of an own question; <c>Data.About</c> is its id, null for a new one.</summary>
public sealed record OwnView
{
    public required string Team { get; init; }

    public required OwnForm Form { get; init; }

    public string? Problem { get; init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    public string? BackAbout { get; init; }

    public required ActionData Data { get; init; }
}
