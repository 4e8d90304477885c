using ReflectionBot.Cards.Texts;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>What became of a round's cards, in plain words for the administrator: who was not reached, and why.</summary>
internal sealed class DeliveryReport(Outbox outbox, RosterStore roster)
{
    private const int MostNames = 10;

    private static readonly TimeSpan Punctual = TimeSpan.FromMinutes(5);

    public async Task<List<string>> LinesAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var names = members.ToDictionary(member => member.Id.Value, member => member.Name ?? texts.SomeLeader, StringComparer.Ordinal);
        var all = await outbox.DeliveriesAsync(Batches.Prompt(round.Id), cancellationToken);
        var fates = all.ToLookup(delivery => delivery.State);
        var lines = new List<string>();
        if (round.OpenedAt - round.OpensAt > Punctual)
            lines.Add(texts.DeliveryLate(texts.Moment(team.Local(round.OpenedAt!.Value)), texts.Moment(team.Local(round.OpensAt))));
        if (fates[DeliveryState.Pending].Any())
            lines.Add(texts.DeliveryProgress(fates[DeliveryState.Sent].Count(), all.Count));
        if (fates[DeliveryState.Unreachable].Any())
            lines.Add(texts.DeliveryUnreachable(People(fates[DeliveryState.Unreachable], delivery => Because(delivery, names, texts), texts)));
        if (fates[DeliveryState.GivenUp].Any())
            lines.Add(texts.DeliveryGivenUp(People(fates[DeliveryState.GivenUp], delivery => NameOf(delivery, names, texts), texts)));
        if (fates[DeliveryState.Expired].Any())
            lines.Add(texts.DeliveryTooLate(People(fates[DeliveryState.Expired], delivery => NameOf(delivery, names, texts), texts)));
        return lines;
    }

    /// <summary>How many of a round's prompts have reached their leader.</summary>
    public async Task<(int Sent, int All)> ReachedAsync(Round round, CancellationToken cancellationToken)
    {
        var all = await outbox.DeliveriesAsync(Batches.Prompt(round.Id), cancellationToken);
        return (all.Count(delivery => delivery.State == DeliveryState.Sent), all.Count);
    }

    /// <summary>The platform's own word for why nobody is there, in plain ones.</summary>
    public static string Because(string? reason, CardTexts texts) => reason switch
    {
        "NotInstalled" => texts.BecauseNotInstalled,
        "Blocked" => texts.BecauseBlocked,
        "Left" => texts.BecauseLeft,
        "DisabledByAdmin" => texts.BecauseDisabled,
        _ => texts.BecauseNotAllowed,
    };

    private static string People(IEnumerable<Delivery.Delivery> deliveries, Func<Delivery.Delivery, string> say, CardTexts texts)
    {
        List<string> people = [.. deliveries.Select(say).Order(texts.Alphabet)];
        return people.Count <= MostNames
            ? texts.List(people)
            : texts.AndMore(string.Join(", ", people.Take(MostNames)), people.Count - MostNames);
    }

    private static string Because(Delivery.Delivery delivery, Dictionary<string, string> names, CardTexts texts) =>
        texts.PersonBecause(NameOf(delivery, names, texts), Because(delivery.Reason, texts));

    private static string NameOf(Delivery.Delivery delivery, Dictionary<string, string> names, CardTexts texts) =>
        names.GetValueOrDefault(delivery.To.Key, texts.SomeLeader);
}
