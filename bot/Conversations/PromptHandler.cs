using System.Globalization;
using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The leader's card: send, put off, skip, edit. The same press may arrive three times; the last state is what counts.</summary>
internal sealed class PromptHandler(
    Access access, RoundStore rounds, ParticipationStore participation, AnswerBox box, Prompts prompts, TeamChanges changes, TimeProvider time) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [Cards.Verbs.PromptAnswer, Cards.Verbs.PromptSkip, Cards.Verbs.PromptEdit, Cards.Verbs.PromptSnooze, Cards.Verbs.PromptLater];

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
            Cards.Verbs.PromptSnooze => ActionReply.Show(SnoozeCard.Choose(team.Name, SnoozeTimes.Of(team, round, time.GetUtcNow()), round.Id.Data(), team.Language.Texts())),
            Cards.Verbs.PromptLater => await LaterAsync(team, member, round, action.About, cancellationToken),
            _ => ActionReply.Show(await PromptAsync(team, member, round, cancellationToken)),
        };
    }

    /// <summary>The prompt as it stands for this leader, with what they have answered so far filled in.</summary>
    public async Task<AdaptiveCard> PromptAsync(Team team, Member member, Round round, CancellationToken cancellationToken)
    {
        var typed = await box.FindAsync(round.Id, member.Id, cancellationToken) is var (answer, isKept) ? Fields(round.Question!.Question, answer, isKept) : null;
        return await prompts.RenderAsync(team, round, member, typed, null, cancellationToken);
    }

    private async Task<(Team, Member, Round)?> FindAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (await access.FindRecentAsync(caller, action.Team, cancellationToken) is not var (team, member)
            || !SlotId.TryParse(action.Slot, out var slot)
            || await rounds.FindRecentAsync(new RoundId(team.Id, slot), cancellationToken) is not { WasAsked: true } round
            || await participation.FindAsync(round.Id, member.Id, cancellationToken) is null)
            return null;
        return (team.For(member), member, round);
    }

    private async Task<ActionReply> AnswerAsync(Team team, Member member, Round round, AnswerFields fields, CancellationToken cancellationToken)
    {
        var question = round.Question!.Question;
        var (answer, problem) = Submission.Read(question, fields, round.OffersNamed);
        if (answer is null)
        {
            var reason = PromptProblems.Say(problem!.Value, question, fields, team.Language.Texts());
            return ActionReply.Show(await prompts.RenderAsync(team, round, member, PromptProblems.Keep(fields), reason, cancellationToken));
        }

        var keep = fields.Keep == "true";
        return await box.TrySaveAsync(round, member, team.Language, answer, keep, cancellationToken)
            ? ActionReply.Show(Receipt(team, round, answer, keep))
            : Closed(team, round);
    }

    // Whoever has answered has nothing to be reminded of.
    private async Task<ActionReply> LaterAsync(Team team, Member member, Round round, string? when, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        if (await box.FindAsync(round.Id, member.Id, cancellationToken) is var (answer, isKept))
            return ActionReply.Show(Receipt(team, round, answer, isKept));
        if (SnoozeTimes.Of(team, round, time.GetUtcNow()).FirstOrDefault(choice => choice.About == when) is not { } chosen)
            return ActionReply.Show(SnoozeCard.Choose(team.Name, SnoozeTimes.Of(team, round, time.GetUtcNow()), round.Id.Data(), texts));

        await participation.SnoozeAsync(round.Id, member.Id, chosen.At.ToUniversalTime(), cancellationToken);
        changes.Raise(team.Id);
        return ActionReply.Show(SnoozeCard.Chosen(team.Name, chosen.At, round.Id.Data(), texts));
    }

    private async Task<ActionReply> SkipAsync(Team team, Member member, Round round, CancellationToken cancellationToken)
    {
        if (!await box.TrySkipAsync(round.Id, member, cancellationToken))
            return Closed(team, round);
        if (await box.FindAsync(round.Id, member.Id, cancellationToken) is var (answer, isKept))
            return ActionReply.Show(Receipt(team, round, answer, isKept));
        return ActionReply.Show(ReceiptCard.Skipped(team.Name, team.Local(round.ClosesAt), round.Id.Data(), team.Language.Texts()));
    }

    private static ActionReply Closed(Team team, Round round) =>
        ActionReply.Show(ReceiptCard.Closed(team.Name, team.Local(round.ClosedAt ?? round.ClosesAt), team.Language.Texts()));

    private static AdaptiveCard Receipt(Team team, Round round, Answer answer, bool isKept)
    {
        var question = round.Question!.Question.In(team.Language);
        var view = new ReceiptView
        {
            Team = team.Name,
            Question = question.Text,
            Value = InWords(question, answer.Value),
            Text = answer.Text,
            Visibility = answer.Visibility.Choice(),
            IsKept = isKept && answer.Visibility != Visibility.Private,
            ClosesAt = team.Local(round.ClosesAt),
            Data = round.Id.Data(),
        };
        return ReceiptCard.Answered(view, team.Language.Texts());
    }

    public static string? InWords(QuestionView question, int? value) => (question.Kind, value) switch
    {
        (_, null) => null,
        (QuestionKind.Number, _) => string.Create(CultureInfo.InvariantCulture, $"{value} {question.Unit}"),
        (_, 1) => "1 – " + question.Low,
        (_, 5) => "5 – " + question.High,
        _ => string.Create(CultureInfo.InvariantCulture, $"{value} (1 = {question.Low}, 5 = {question.High})"),
    };

    private static AnswerFields Fields(Question question, Answer answer, bool isKept)
    {
        var value = answer.Value?.ToString(CultureInfo.InvariantCulture);
        var fields = question.Type == QuestionType.Number
            ? new AnswerFields(null, value, answer.Text, answer.Visibility.Choice())
            : new AnswerFields(value, null, answer.Text, answer.Visibility.Choice());
        // A private answer is kept in any case; shared after all, its copy is another decision.
        return fields with { Keep = isKept && answer.Visibility != Visibility.Private ? "true" : "false" };
    }
}
