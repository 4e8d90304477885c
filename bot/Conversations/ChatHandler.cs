using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Connector;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>What people write. Every message gets exactly one answer.</summary>
internal sealed class ChatHandler(
    Access access, Replies replies, DeskCards desk, PromptHandler prompt, SummaryHandler summary, SharedHandler shared, OrganisationHandler organisation, OwnHandler own,
    JournalHandler journal, DataHandler data, RoundStore rounds, ParticipationStore participation, AnswerBox box, TeamStore teams)
{
    public async Task HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Caller.Of(activity) is not { } caller)
            return;

        var (word, isEnglish) = ChatWords.Read(activity);
        if (!caller.IsPersonal)
        {
            await InChannelAsync(caller, activity, word, cancellationToken);
            return;
        }

        var mine = await access.AllAsync(caller, cancellationToken);
        var texts = mine.Count > 0 ? mine[0].Texts : isEnglish ? CardTexts.English : CardTexts.Danish;
        var answer = await AnswerAsync(caller, word, mine, texts, cancellationToken);
        await replies.SendAsync(caller, answer.Card is { } card ? Activity.WithCard(card.ToJson(), card.FallbackText) : Activity.WithText(answer.Line!), cancellationToken);
    }

    private async Task InChannelAsync(Caller caller, Activity activity, ChatWord word, CancellationToken cancellationToken)
    {
        var team = InstallationHandler.TeamOf(activity) is { } id ? await teams.FindAsync(id, cancellationToken) : null;
        if (team is not null && word == ChatWord.Status)
        {
            var status = new StatusView(team.Name, await desk.StatusAsync(team, cancellationToken));
            await replies.ShowAsync(caller, ChatCards.Status([status], team.Language.Texts()), cancellationToken);
        }
        else
        {
            await replies.SayAsync(caller, (team?.Language.Texts() ?? CardTexts.Danish).ChannelHelp, cancellationToken);
        }
    }

    private async Task<ActionReply> AnswerAsync(
        Caller caller, ChatWord word, List<Membership> mine, CardTexts texts, CancellationToken cancellationToken) => word switch
        {
            ChatWord.Help => ActionReply.Show(ChatCards.Help(texts)),
            ChatWord.None => ActionReply.Say(texts.NotUnderstood),
            ChatWord.Organisation => await organisation.ShowAsync(caller, null, cancellationToken),
            ChatWord.Settings => await SettingsAsync(caller, mine, texts, cancellationToken),
            ChatWord.Journal => await journal.ShowAsync(caller, null, 0, cancellationToken),
            ChatWord.Choices => await own.ShowAsync(caller, cancellationToken),
            ChatWord.Data => await data.ShowAsync(caller, cancellationToken),
            ChatWord.Export => await data.ExportAsync(caller, cancellationToken),
            ChatWord.Delete => await data.AskAsync(caller, cancellationToken),
            _ when mine.Count == 0 => ActionReply.Say(texts.NoTeam),
            ChatWord.Status => ActionReply.Show(ChatCards.Status(await StatusAsync(mine, cancellationToken), texts)),
            ChatWord.Summary => await SummaryAsync(mine, texts, cancellationToken),
            _ => await PromptAsync(mine, texts, cancellationToken),
        };

    private async Task<List<StatusView>> StatusAsync(List<Membership> mine, CancellationToken cancellationToken)
    {
        var status = new List<StatusView>();
        foreach (var one in mine)
        {
            var (team, member) = (one.Reader, one.Member);
            var lines = await desk.StatusAsync(team, cancellationToken);
            if (await rounds.OpenAsync(team.Id, cancellationToken) is { } open
                && await participation.FindAsync(open.Id, member.Id, cancellationToken) is { } part)
                lines.Add(await box.FindAsync(open.Id, member.Id, cancellationToken) is not null ? one.Texts.StatusYouAnswered : Say(part, one.Texts));
            status.Add(new StatusView(team.Name, lines));
        }

        return status;
    }

    private static string Say(Participation part, CardTexts texts) =>
        part == Participation.Skipped ? texts.StatusYouSkipped : texts.StatusYouMissing;

    private async Task<ActionReply> SettingsAsync(Caller caller, List<Membership> mine, CardTexts texts, CancellationToken cancellationToken)
    {
        var run = await access.AdministeredAsync(caller, cancellationToken);
        return run switch
        {
            [] when mine.Count == 0 => ActionReply.Say(texts.NoTeam),
            [] => ActionReply.Say(await access.OnlyAdministratorAsync(mine[0].Reader, cancellationToken)),
            [var only] => ActionReply.Show(await desk.RenderAsync(only.Team, null, null, cancellationToken)),
            _ => ActionReply.Show(DeskCards.Teams(run, 0)),
        };
    }

    private async Task<ActionReply> SummaryAsync(List<Membership> mine, CardTexts texts, CancellationToken cancellationToken)
    {
        var headed = mine.FindAll(one => one.Member.Is(Role.DepartmentHead));
        return headed switch
        {
            [] => await SharedAsync(mine, cancellationToken),
            [var only] => await summary.LatestAsync(only, cancellationToken) is { } card ? ActionReply.Show(card) : ActionReply.Say(texts.NoSummaryYet),
            _ => ActionReply.Show(Choose(Verbs.SummaryShow, headed, texts)),
        };
    }

    // For everybody else: what has been shared with them, or whom it is for.
    private async Task<ActionReply> SharedAsync(List<Membership> mine, CancellationToken cancellationToken)
    {
        foreach (var membership in mine)
        {
            if (await shared.LatestAsync(membership.Reader, cancellationToken) is { } card)
                return ActionReply.Show(card);
        }

        return ActionReply.Say(await access.OnlyHeadAsync(mine[0].Reader, cancellationToken));
    }

    private async Task<ActionReply> PromptAsync(List<Membership> mine, CardTexts texts, CancellationToken cancellationToken)
    {
        var open = new List<(Membership Membership, Round Round)>();
        foreach (var membership in mine)
        {
            if (await rounds.OpenAsync(membership.Team.Id, cancellationToken) is { } round
                && await participation.FindAsync(round.Id, membership.Member.Id, cancellationToken) is not null)
                open.Add((membership, round));
        }

        return open switch
        {
            [] => ActionReply.Say(texts.NothingOpen),
            [var (membership, round)] => ActionReply.Show(await prompt.PromptAsync(membership.Reader, membership.Member, round, cancellationToken)),
            _ => ActionReply.Show(ChatCards.ChooseTeam(
                Verbs.PromptEdit, [.. open.Select(one => new TeamChoice(one.Membership.Team.Id.Thread, one.Membership.Team.Name, one.Round.Id.Slot.ToString()))], texts)),
        };
    }

    private static AdaptiveCard Choose(string verb, List<Membership> among, CardTexts texts) =>
        ChatCards.ChooseTeam(verb, [.. among.Select(one => new TeamChoice(one.Team.Id.Thread, one.Team.Name))], texts);
}
