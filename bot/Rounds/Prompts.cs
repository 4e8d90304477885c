using System.Text.Json.Nodes;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Delivery;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>The card that asks: made here alone, whether it goes out, comes back with a problem, or is asked for again.</summary>
internal sealed class Prompts(RosterStore roster, Outbox outbox)
{
    public async Task<AdaptiveCard> RenderAsync(
        Team team, Round round, AnswerFields? typed, string? problem, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var view = View(team, round, Heads(members)) with { Typed = typed, Problem = problem };
        return PromptCard.Render(view, team.Language.Texts());
    }

    /// <summary>The question as leaders would meet it, were it asked now.</summary>
    public async Task<PromptView> PreviewAsync(Team team, AskedQuestion question, DateTimeOffset closes, CancellationToken cancellationToken)
    {
        var round = new Round
        {
            Id = new RoundId(team.Id, default),
            State = RoundState.Open,
            OpensAt = closes,
            ClosesAt = closes,
            Question = question,
            Threshold = team.Threshold,
            OffersNamed = team.OffersNamed,
            Shares = team.Shares,
        };
        return View(team, round, Heads(await roster.MembersAsync(team.Id, cancellationToken)));
    }

    /// <summary>Puts the question in the outbox for everybody named. Repeating it sends nothing twice.</summary>
    public Task SendAsync(Team team, Round round, IReadOnlyList<Member> members, IReadOnlySet<MemberId> to, CancellationToken cancellationToken) =>
        EnqueueAsync(team, round, members, to, false, cancellationToken);

    public Task RemindAsync(Team team, Round round, IReadOnlyList<Member> members, IReadOnlySet<MemberId> to, CancellationToken cancellationToken) =>
        EnqueueAsync(team, round, members, to, true, cancellationToken);

    /// <summary>What is still waiting in the outbox is not worth sending any more.</summary>
    public async Task WithdrawAsync(RoundId round, CancellationToken cancellationToken)
    {
        await outbox.WithdrawAsync(BatchOf(round, isReminder: false), cancellationToken);
        await outbox.WithdrawAsync(BatchOf(round, isReminder: true), cancellationToken);
    }

    public static BatchId BatchOf(RoundId round, bool isReminder) =>
        new(round.Team.Tenant, $"{round.Team.Thread}|{round.Slot}|{(isReminder ? "reminder" : "prompt")}");

    /// <summary>Somebody the card could not reach is back: they get it after all.</summary>
    public async Task SendAgainAsync(Team team, Round round, Member member, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var view = View(team, round, Heads(members));
        var card = PromptCard.Render(view, team.Language.Texts()).ToJson();
        await outbox.ReviveAsync(BatchOf(round.Id, isReminder: false), ToParcel(team, round, member, card), cancellationToken);
    }

    private Task EnqueueAsync(
        Team team, Round round, IReadOnlyList<Member> members, IReadOnlySet<MemberId> to, bool isReminder, CancellationToken cancellationToken)
    {
        var view = View(team, round, Heads(members)) with { IsReminder = isReminder };
        var card = PromptCard.Render(view, team.Language.Texts()).ToJson();
        var parcels = members.Where(member => to.Contains(member.Id)).Select(member => ToParcel(team, round, member, card));
        return outbox.EnqueueAsync(BatchOf(round.Id, isReminder), parcels, cancellationToken);
    }

    private static Parcel ToParcel(Team team, Round round, Member member, JsonNode card) => new(
        Recipient.Person(member.Id.Value, member.UserId, team.ServiceUrl, team.BotId),
        card,
        team.Language.Texts().PromptSummary(round.Question!.Title.In(team.Language)),
        round.ClosesAt);

    private static PromptView View(Team team, Round round, List<string> heads) => new()
    {
        Team = team.Name,
        Area = round.Question!.Title.In(team.Language),
        Lead = round.Question.Lead.In(team.Language),
        Question = round.Question.Question.In(team.Language),
        Heads = heads.Count > 0 ? heads : [team.Language.Texts().NobodyYet],
        HeadsChanged = round.HeadsChanged,
        Threshold = round.Threshold,
        OffersNamed = round.OffersNamed,
        IsShared = round.Shares != SummarySharing.No,
        ClosesAt = team.Local(round.ClosesAt),
        Data = round.Id.Data(),
    };

    private static List<string> Heads(IEnumerable<Member> members) =>
        [.. members.Where(member => member.Is(Role.DepartmentHead)).Select(member => member.Name).OfType<string>().Order(CardTexts.Danish.Alphabet)];
}
