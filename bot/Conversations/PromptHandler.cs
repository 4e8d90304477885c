using System.Globalization;
using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The leader's card: send, skip, edit. The same press may arrive three times; the last state is what counts.</summary>
internal sealed class PromptHandler(
    Access access, RoundStore rounds, ParticipationStore participation, AnswerBox box, Prompts prompts) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.PromptAnswer, Cards.Verbs.PromptSkip, Cards.Verbs.PromptEdit];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (await FindAsync(caller, action, cancellationToken) is not var (team, member, round))
            return ActionReply.Say(CardTexts.Danish.Refused);
        if (!team.IsInstalled)
            return ActionReply.Say(team.Language.Texts().TeamStopped);
        if (!round.IsOpen)
            return Closed(team, round);

        return action.Verb switch
        {
            Cards.Verbs.PromptAnswer => await AnswerAsync(team, member, round, action.Answer, cancellationToken),
            Cards.Verbs.PromptSkip => await SkipAsync(team, member, round, cancellationToken),
            _ => ActionReply.Show(await PromptAsync(team, member, round, cancellationToken)),
        };
    }

    /// <summary>The prompt as it stands for this leader, with what they have answered so far filled in.</summary>
    public async Task<AdaptiveCard> PromptAsync(Team team, Member member, Round round, CancellationToken cancellationToken)
    {
        var answer = await box.FindAsync(round.Id, member.Id, cancellationToken);
        return await prompts.RenderAsync(team, round, answer is null ? null : Fields(round.Question!.Question, answer), null, cancellationToken);
    }

    private async Task<(Team, Member, Round)?> FindAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (await access.FindRecentAsync(caller, action.Team, cancellationToken) is not var (team, member)
            || !SlotId.TryParse(action.Slot, out var slot)
            || await rounds.FindRecentAsync(new RoundId(team.Id, slot), cancellationToken) is not { WasAsked: true } round
            || await participation.FindAsync(round.Id, member.Id, cancellationToken) is null)
            return null;
        return (team, member, round);
    }

    private async Task<ActionReply> AnswerAsync(Team team, Member member, Round round, AnswerFields fields, CancellationToken cancellationToken)
    {
        var question = round.Question!.Question;
        var (answer, problem) = Submission.Read(question, fields, round.OffersNamed);
        if (answer is null)
        {
            var reason = PromptProblems.Say(problem!.Value, question, fields, team.Language.Texts());
            return ActionReply.Show(await prompts.RenderAsync(team, round, PromptProblems.Keep(fields), reason, cancellationToken));
        }

        return await box.TrySaveAsync(round.Id, member, answer, cancellationToken)
            ? ActionReply.Show(Receipt(team, round, answer))
            : Closed(team, round);
    }

    private async Task<ActionReply> SkipAsync(Team team, Member member, Round round, CancellationToken cancellationToken)
    {
        if (!await box.TrySkipAsync(round.Id, member, cancellationToken))
            return Closed(team, round);
        if (await box.FindAsync(round.Id, member.Id, cancellationToken) is { } answer)
            return ActionReply.Show(Receipt(team, round, answer));
        return ActionReply.Show(ReceiptCard.Skipped(team.Name, team.Local(round.ClosesAt), round.Id.Data(), team.Language.Texts()));
    }

    private static ActionReply Closed(Team team, Round round) =>
        ActionReply.Show(ReceiptCard.Closed(team.Name, team.Local(round.ClosedAt ?? round.ClosesAt), team.Language.Texts()));

    private static AdaptiveCard Receipt(Team team, Round round, Answer answer)
    {
        var question = round.Question!.Question.In(team.Language);
        var view = new ReceiptView
        {
            Team = team.Name,
            Question = question.Text,
            Value = InWords(question, answer.Value),
            Text = answer.Text,
            Visibility = ChoiceOf(answer.Visibility),
            ClosesAt = team.Local(round.ClosesAt),
            Data = round.Id.Data(),
        };
        return ReceiptCard.Answered(view, team.Language.Texts());
    }

    private static string? InWords(QuestionView question, int? value) => (question.Kind, value) switch
    {
        (_, null) => null,
        (QuestionKind.Number, _) => string.Create(CultureInfo.InvariantCulture, $"{value} {question.Unit}"),
        (_, 1) => "1 – " + question.Low,
        (_, 5) => "5 – " + question.High,
        _ => string.Create(CultureInfo.InvariantCulture, $"{value} (1 = {question.Low}, 5 = {question.High})"),
    };

    private static AnswerFields Fields(Question question, Answer answer)
    {
        var value = answer.Value?.ToString(CultureInfo.InvariantCulture);
        return question.Type == QuestionType.Number
            ? new AnswerFields(null, value, answer.Text, ChoiceOf(answer.Visibility))
            : new AnswerFields(value, null, answer.Text, ChoiceOf(answer.Visibility));
    }

    private static string ChoiceOf(Visibility visibility) => visibility switch
    {
        Visibility.Named => VisibilityChoice.Named,
        Visibility.Private => VisibilityChoice.Private,
        _ => VisibilityChoice.Anonymous,
    };
}
