using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>Where an administrator sees how the team's week stands, and acts on it.</summary>
public static class DeskCard
{
    public static AdaptiveCard Render(DeskView desk, CardTexts texts) => Parts.Card(
        texts,
        texts.DeskTitle,
        [
            Parts.Kicker(desk.Team),
            Parts.Heading(texts.DeskTitle),
            desk.Done is { } done ? Parts.Success(done) : null,
            desk.Problem is { } problem ? Parts.Problem(problem) : null,
            .. desk.Lines.Select(line => Parts.Words(line, Spacing.Small)),
            .. desk.Slots.Count > 0 ? [Parts.Subheading(texts.DeskComing), .. SlotList.Render(desk.Slots, texts)] : Array.Empty<Element>(),
            Parts.Buttons(Actions(desk, texts)),
            .. desk.IsSetUp ? Rooms(desk, texts) : [],
            .. desk.CanPause ? Pause(desk, texts) : [],
        ]);

    private static Element[] Rooms(DeskView desk, CardTexts texts) =>
    [
        Parts.Subheading(texts.DeskRooms),
        Parts.Buttons(
            Parts.WithoutFields(texts.ChangeWeek, Verbs.SetupOpen, desk.Data),
            Parts.WithoutFields(texts.DeskQuestions, Verbs.QuestionsShow, desk.Data),
            Parts.WithoutFields(texts.DeskPeople, Verbs.PeopleShow, desk.Data),
            Parts.WithoutFields(texts.DeskCalendar, Verbs.CalendarShow, desk.Data),
            Parts.WithoutFields(texts.DeskPrivacy, Verbs.PrivacyShow, desk.Data)),
        Parts.Subheading(texts.DeskLookBack),
        Parts.Buttons(
            Parts.WithoutFields(texts.DeskWeeks, Verbs.WeeksShow, desk.Data),
            Parts.WithoutFields(texts.DeskHistory, Verbs.HistoryShow, desk.Data),
            Parts.WithoutFields(texts.DeskAudit, Verbs.AuditShow, desk.Data)),
    ];

    private static Element[] Pause(DeskView desk, CardTexts texts) =>
    [
        new DateInput { Id = Fields.PauseUntil, Label = texts.PauseLabel, Value = desk.PauseUntil, Separator = true, Spacing = Spacing.Large },
        Parts.Buttons(Parts.Button(texts.PauseButton, Verbs.DeskPause, desk.Data)),
    ];

    private static IEnumerable<CardAction> Actions(DeskView desk, CardTexts texts)
    {
        if (desk.IsPaused)
        {
            yield return Parts.WithoutFields(texts.ResumeButton, Verbs.DeskResume, desk.Data);
        }

        if (desk.CanSend)
        {
            yield return Parts.WithoutFields(texts.SendNow, Verbs.DeskSendNow, desk.Data);
        }

        if (desk.CanClose)
        {
            yield return Parts.WithoutFields(texts.CloseNow, Verbs.DeskCloseNow, desk.Data);
        }

        if (!desk.IsSetUp)
        {
            yield return Parts.WithoutFields(texts.SetupTitle, Verbs.SetupOpen, desk.Data) with { Style = ActionStyle.Positive };
        }

        yield return Parts.WithoutFields(texts.Refresh, Verbs.DeskShow, desk.Data);
    }
}

/// <summary>What the desk shows. <c>Lines</c> say how it stands; <c>Done</c> or <c>Problem</c> answers the button just pressed.</summary>
public sealed record DeskView
{
    public required string Team { get; init; }

    public string? Done { get; init; }

    public string? Problem { get; init; }

    public required IReadOnlyList<string> Lines { get; init; }

    public required IReadOnlyList<SlotView> Slots { get; init; }

    /// <summary>The pause field as typed, <c>yyyy-MM-dd</c>.</summary>
    public string? PauseUntil { get; init; }

    public bool IsSetUp { get; init; }

    public bool IsPaused { get; init; }

    public bool CanPause { get; init; }

    public bool CanSend { get; init; }

    public bool CanClose { get; init; }

    public required ActionData Data { get; init; }
}
