using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The department head shares a summary: with whom, in which words, seen first as the others will see it.</summary>
internal sealed class ShareHandler(
    SummaryHandler summary, SummaryCards cards, SummarySharer sharer, AuditLog audit) : ICardActionHandler
{
    /// <summary>UTF-16 characters. The preview carries it five times over, for every button and every client.</summary>
    private const int LongestComment = 400;

    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.ShareShow, Cards.Verbs.SharePreview, Cards.Verbs.ShareSend];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        if (!SlotId.TryParse(action.Slot, out var slot))
            return ActionReply.Say(Cards.Texts.CardTexts.Danish.Refused);
        var (reading, refusal) = await summary.FindAsync(caller, action.Team, slot, cancellationToken);
        if (reading is not var (head, round, found))
            return refusal!;

        return action.Verb switch
        {
            Cards.Verbs.SharePreview => await PreviewAsync(head, round, found, action, cancellationToken),
            Cards.Verbs.ShareSend => await SendAsync(head, round, found, action, cancellationToken),
            _ => await FormAsync(head, round, action.About, action["comment"], null, cancellationToken),
        };
    }

    private async Task<ActionReply> FormAsync(
        Membership head, Round round, string? with, string? comment, string? problem, CancellationToken cancellationToken) =>
        ActionReply.Show(ShareCard.Render(
            new ShareView
            {
                Team = head.Team.Name,
                With = with,
                Comment = comment,
                Problem = problem,
                Shared = await cards.SharedAsync(head.Reader, round, cancellationToken),
                Data = round.Id.Data(),
            },
            head.Texts));

    private async Task<ActionReply> PreviewAsync(Membership head, Round round, Summary found, CardAction action, CancellationToken cancellationToken)
    {
        var (with, comment) = (action[Fields.ShareWith], Typed(action[Fields.ShareComment]));
        if (!IsKnown(with))
            return await FormAsync(head, round, null, comment, head.Texts.ErrorChoice, cancellationToken);
        if (comment?.Length > LongestComment)
            return await FormAsync(head, round, with, comment[..LongestComment], head.Texts.ErrorComment(LongestComment), cancellationToken);

        if (CprGuard.Suspects(comment))
            return await FormAsync(head, round, with, comment, head.Texts.ErrorCpr, cancellationToken);

        var view = await cards.SharedViewAsync(head.Reader, round, found, new SharedView(head.Member.Name ?? head.Texts.SomeHead, comment), cancellationToken);
        var whom = with == ShareCard.Channel
            ? head.Texts.ShareToChannel
            : head.Texts.ShareToLeaders(await sharer.CountAsync(head.Team, round, cancellationToken));
        return ActionReply.Show(SummaryCard.Preview(view, whom, round.Id.Data() with { About = with, Comment = comment }, head.Texts));
    }

    private async Task<ActionReply> SendAsync(Membership head, Round round, Summary found, CardAction action, CancellationToken cancellationToken)
    {
        var (with, comment) = (action.About, Typed(action["comment"]));
        if (!IsKnown(with) || comment?.Length > LongestComment || CprGuard.Suspects(comment))
            return await FormAsync(head, round, null, null, head.Texts.ErrorChoice, cancellationToken);

        var (team, member) = head;
        if (await sharer.ShareAsync(team, round, with!, member.Id, comment, cancellationToken))
            await audit.WriteAsync(team.Id, new AuditEntry(AuditAct.Shared, member.Id, round.Id.Slot.ToString(), null, with == ShareCard.Channel ? team.Language.Texts().ShareChannel : team.Language.Texts().ShareLeaders), cancellationToken);
        return ActionReply.Show(await cards.RenderAsync(head.Reader, round, found, member, cancellationToken));
    }

    private static bool IsKnown(string? with) => with is ShareCard.Leaders or ShareCard.Channel;

    private static string? Typed(string? comment) => comment?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;
}
