using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The short cards of a conversation: greeting, help, status, a choice of team.</summary>
public static class ChatCards
{
    /// <summary>For the channel, once, when the bot joins a team.</summary>
    public static AdaptiveCard Greeting(string team, string? administrator, CardTexts texts) => Parts.Card(
        texts,
        texts.GreetingWhat,
        [
            RichTextBlock.Of(new TextRun(texts.GreetingTitle(team)) { Size = TextSize.Large, Weight = TextWeight.Bolder }),
            Parts.Line(texts.GreetingWhat),
            Parts.Line(texts.GreetingSummary),
            Parts.Words(administrator is null ? texts.GreetingSomebody : texts.GreetingAdministrator(administrator)),
        ]);

    /// <summary>For somebody who opens the bot's own chat for the first time.</summary>
    public static AdaptiveCard Welcome(CardTexts texts) => Parts.Card(
        texts,
        texts.WelcomeTitle,
        [Parts.Heading(texts.WelcomeTitle), Parts.Line(texts.WelcomeText), Words(texts)]);

    public static AdaptiveCard Help(CardTexts texts) => Parts.Card(
        texts,
        texts.HelpTitle,
        [Parts.Heading(texts.HelpTitle), Words(texts)]);

    /// <summary>One paragraph a team.</summary>
    public static AdaptiveCard Status(IReadOnlyList<StatusView> teams, CardTexts texts) => Parts.Card(
        texts,
        texts.StatusTitle,
        [
            Parts.Heading(texts.StatusTitle),
            .. teams.SelectMany(StatusOf),
        ]);

    /// <summary>For those who have the same right in several teams.</summary>
    public static AdaptiveCard ChooseTeam(string verb, IReadOnlyList<TeamChoice> teams, CardTexts texts, int page = 0, int pages = 1) => Parts.Card(
        texts,
        texts.ChooseTeam,
        [
            Parts.Heading(texts.ChooseTeam),
            .. teams.Select(team => Parts.Buttons(Parts.WithoutFields(team.Name, verb, new ActionData { Team = team.Team, Slot = team.Slot }))),
            Pager.Render(Verbs.DeskTeams, page, pages, new ActionData(), texts),
        ]);

    /// <summary>For an administrator whose team no longer has the bot.</summary>
    public static AdaptiveCard Removed(string team, ActionData data, CardTexts texts) => Parts.Card(
        texts,
        texts.RemovedTitle,
        [
            Parts.Kicker(team),
            Parts.Heading(texts.RemovedTitle),
            Parts.Line(texts.RemovedText),
            Parts.Buttons(Parts.WithoutFields(texts.DeleteEverything, Verbs.DeskForget, data) with { Style = ActionStyle.Destructive }),
        ]);

    /// <summary>Asks once more, since it cannot be undone.</summary>
    public static AdaptiveCard ConfirmDeletion(string team, ActionData data, CardTexts texts) => Parts.Card(
        texts,
        texts.DeleteSure,
        [
            Parts.Kicker(team),
            Parts.Heading(texts.DeleteEverything),
            Parts.Line(texts.DeleteSure),
            Parts.Buttons(
                Parts.WithoutFields(texts.DeleteConfirmed, Verbs.DeskForgetConfirmed, data) with { Style = ActionStyle.Destructive },
                Parts.WithoutFields(texts.Back, Verbs.DeskShow, data)),
        ]);

    public static AdaptiveCard Deleted(string team, CardTexts texts) => Parts.Card(
        texts,
        texts.DeletedTitle,
        [Parts.Kicker(team), Parts.Heading(texts.DeletedTitle), Parts.Line(texts.DeletedText)]);

    private static IEnumerable<Element> StatusOf(StatusView team) =>
    [
        RichTextBlock.Of(new TextRun(team.Team) { Weight = TextWeight.Bolder }) with { Spacing = Spacing.Medium },
        .. team.Lines.Select(line => Parts.Words(line, Spacing.Small)),
    ];

    private static FactSet Words(CardTexts texts) => new()
    {
        Facts =
        [
            new(texts.HelpAnswer, texts.HelpAnswerText),
            new(texts.HelpStatus, texts.HelpStatusText),
            new(texts.HelpJournal, texts.HelpJournalText),
            new(texts.HelpChoices, texts.HelpChoicesText),
            new(texts.HelpData, texts.HelpDataText),
            new(texts.HelpSummary, texts.HelpSummaryText),
            new(texts.HelpSettings, texts.HelpSettingsText),
            new(texts.HelpHelp, texts.HelpHelpText),
        ],
    };
}

public sealed record StatusView(string Team, IReadOnlyList<string> Lines);

/// <summary><c>Team</c> is the thread id; <c>Slot</c> is set where one round is meant.</summary>
public sealed record TeamChoice(string Team, string Name, string? Slot = null);
