using System.Text.Json.Nodes;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Delivery;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>The card that asks: made here alone, whether it goes out, comes back with a problem, or is asked for again.</summary>
internal sealed class Prompts(RosterStore roster, IReflections reflections, Outbox outbox)
{
    private const int CardsAtATime = 1_000;

    /// <summary>The card for one leader; <paramref name="typed"/> is what they have answered or typed so far.</summary>
    public async Task<AdaptiveCard> RenderAsync(
        Team team, Round round, Member member, AnswerFields? typed, string? problem, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var reader = team.For(member);
        var view = View(reader, round, Heads(members)) with
        {
            Typed = typed,
            Problem = problem,
            Visibility = member.Own.Visibility.Choice(),
            // What they write now takes the room of what they wrote then.
            Last = typed is null ? await LastAsync(reader, round, member, cancellationToken) : null,
        };
        return PromptCard.Render(view, reader.Language.Texts());
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
        await outbox.WithdrawAsync(Batches.Prompt(round), cancellationToken);
        await outbox.WithdrawAsync(Batches.Reminder(round), cancellationToken);
        await outbox.WithdrawAsync(Batches.Waking(round), cancellationToken);
    }

    /// <summary>Somebody the card could not reach is back: they get it after all.</summary>
    public async Task SendAgainAsync(Team team, Round round, Member member, CancellationToken cancellationToken)
    {
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var parcel = await ToParcelAsync(team, round, member, Heads(members), false, [], cancellationToken);
        await outbox.ReviveAsync(Batches.Prompt(round.Id), parcel, cancellationToken);
    }

    /// <summary>The card once more, at the moment its reader has chosen.</summary>
    public async Task WakeAsync(Team team, Round round, IReadOnlyList<Member> members, Member member, CancellationToken cancellationToken)
    {
        await outbox.RemoveAsync(Batches.Waking(round.Id), member.Id.Value, cancellationToken);
        var parcel = await ToParcelAsync(team, round, member, Heads(members), true, [], cancellationToken);
        await outbox.EnqueueAsync(Batches.Waking(round.Id), [parcel], cancellationToken);
    }

    private async Task EnqueueAsync(
        Team team, Round round, IReadOnlyList<Member> members, IReadOnlySet<MemberId> to, bool isReminder, CancellationToken cancellationToken)
    {
        // One card for all who have chosen alike and have nothing of their own to look back on: a large round stays small.
        var alike = new Dictionary<(Language, Visibility), JsonNode>();
        var (batch, heads) = (isReminder ? Batches.Reminder(round.Id) : Batches.Prompt(round.Id), Heads(members));
        foreach (var some in members.Where(member => to.Contains(member.Id)).OrderBy(member => member.Own.HasJournal).Chunk(CardsAtATime))
        {
            var parcels = new List<Parcel>(some.Length);
            foreach (var member in some)
                parcels.Add(await ToParcelAsync(team, round, member, heads, isReminder, alike, cancellationToken));
            await outbox.EnqueueAsync(batch, parcels, cancellationToken);
        }
    }

    private async Task<Parcel> ToParcelAsync(
        Team team, Round round, Member member, List<string> heads, bool isReminder, Dictionary<(Language, Visibility), JsonNode> alike, CancellationToken cancellationToken)
    {
        var reader = team.For(member);
        var texts = reader.Language.Texts();
        var last = await LastAsync(reader, round, member, cancellationToken);
        var key = (reader.Language, member.Own.Visibility);
        if (last is not null || !alike.TryGetValue(key, out var card))
        {
            var view = View(reader, round, heads) with { IsReminder = isReminder, Visibility = member.Own.Visibility.Choice(), Last = last };
            card = PromptCard.Render(view, texts).ToJson();
            if (last is null)
                alike[key] = card;
        }

        return new Parcel(
            Recipient.Person(member.Id.Value, member.UserId, team.ServiceUrl, team.BotId), card, texts.PromptSummary(round.Question!.Title.In(reader.Language)), round.ClosesAt);
    }

    private async Task<LastView?> LastAsync(Team reader, Round round, Member member, CancellationToken cancellationToken) =>
        member.Own.HasJournal && await reflections.LastAsync(round.Id, member.Id, round.Question!.Area, cancellationToken) is { } last
            ? new LastView(DateOnly.FromDateTime(reader.Local(last.At).Date), last.Question, last.Value, last.Text is { } text ? SummaryPages.Excerpt(text).Text : null)
            : null;

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
