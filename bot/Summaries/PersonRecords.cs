using ReflectionBot.Answers;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>Gathers what is stored about somebody, so that they can see it, take it with them, and know what deleting it means.</summary>
internal sealed class PersonRecords(
    TeamStore teams, RosterStore members, RoundStore rounds, ParticipationStore participation, AnswerBox box, JournalStore journal, SummaryStore summaries,
    Sharing sharing, Outbox outbox, AddressBook addresses, AuditLog audit)
{
    public async Task<PersonRecord> OfAsync(string tenant, MemberId person, CancellationToken cancellationToken)
    {
        var (places, choices) = (new List<PlaceRecord>(), (OwnChoices?)null);
        var acts = await ActsAsync(tenant, person, cancellationToken);
        foreach (var team in await members.TeamsOfAsync(tenant, person, cancellationToken))
        {
            if (await members.FindAsync(team, person, cancellationToken) is not { } member)
                continue;
            choices ??= member.Own;
            places.Add(await PlaceAsync(member, acts.Remove(team, out var changes) ? changes : [], cancellationToken));
        }

        var address = await addresses.KnownAsync(tenant, person.Value, cancellationToken);
        var reflections = await journal.AllAsync(tenant, person, cancellationToken);
        return new PersonRecord
        {
            Id = person.Value,
            Choices = choices,
            Conversation = address?.Conversation,
            ServiceUrl = address?.ServiceUrl,
            Unreachable = address?.Unreachable,
            Teams = places,
            Elsewhere = await ElsewhereAsync(acts, cancellationToken),
            Reflections = [.. reflections.Select(one => new ReflectionRecord(one.At, one.Title, one.Question, one.Value, one.Text, one.Visibility))],
        };
    }

    private async Task<Dictionary<TeamId, List<ActRecord>>> ActsAsync(string tenant, MemberId person, CancellationToken cancellationToken)
    {
        var acts = new Dictionary<TeamId, List<ActRecord>>();
        await foreach (var (team, entry) in audit.OfAsync(tenant, person, cancellationToken))
        {
            if (!acts.TryGetValue(team, out var known))
                acts[team] = known = [];
            known.Add(new ActRecord(entry.At, entry.Act, entry.Subject, entry.From, entry.To));
        }

        return acts;
    }

    private async Task<List<LogRecord>> ElsewhereAsync(Dictionary<TeamId, List<ActRecord>> acts, CancellationToken cancellationToken)
    {
        var logs = new List<LogRecord>();
        foreach (var (id, changes) in acts)
        {
            var team = await teams.FindAsync(id, cancellationToken);
            logs.Add(new LogRecord(id.Thread, team?.Name ?? string.Empty, team?.RetentionMonths ?? Team.UsualRetentionMonths, changes));
        }

        return logs;
    }

    private async Task<PlaceRecord> PlaceAsync(Member member, IReadOnlyList<ActRecord> changes, CancellationToken cancellationToken)
    {
        var team = await teams.FindAsync(member.Team, cancellationToken);
        var parts = new List<PartRecord>();
        foreach (var round in Enumerable.Reverse(await rounds.AllAsync(member.Team, cancellationToken)).Where(round => round is { WasAsked: true, IsPurged: false }))
        {
            if (await PartAsync(round, member.Id, cancellationToken) is { } part)
                parts.Add(part);
        }

        return new PlaceRecord
        {
            Thread = member.Team.Thread,
            Team = team?.Name ?? string.Empty,
            UserId = member.UserId,
            Name = member.Name,
            Roles = member.Roles,
            IsPresent = member.IsPresent,
            LeftAt = member.LeftAt,
            IsAsked = member.IsAsked,
            SeesOlder = member.SeesOlder,
            RetentionMonths = team?.RetentionMonths ?? Team.UsualRetentionMonths,
            Rounds = parts,
            Changes = changes,
        };
    }

    // Null where nothing in the round has to do with them.
    private async Task<PartRecord?> PartAsync(Round round, MemberId person, CancellationToken cancellationToken)
    {
        var part = await participation.FindAsync(round.Id, person, cancellationToken);
        var reads = round.Heads.Contains(person);
        if (part is null && !reads)
            return null;

        var snoozed = round.IsOpen ? (await participation.SnoozesAsync(round.Id, cancellationToken)).Find(snooze => snooze.Member == person) : null;
        var shares = await sharing.OfAsync(round.Id, cancellationToken);
        return new PartRecord
        {
            Slot = round.Id.Slot.ToString(),
            ClosesAt = round.ClosesAt,
            IsOpen = round.IsOpen,
            Area = round.Question!.Title,
            Question = round.Question.Question.Text,
            WasAsked = part is not null,
            Skipped = part == Participation.Skipped,
            SnoozedUntil = snoozed?.Until,
            Answer = await box.FindAsync(round.Id, person, cancellationToken) is var (answer, _) ? new OwnAnswerRecord(answer.Value, answer.Text, answer.Visibility) : null,
            NamedTexts = await summaries.NamedAsync(round.Id, person, cancellationToken),
            ReadsSummary = reads,
            Comments = [.. shares.Where(share => share.By == person).Select(share => share.Comment).OfType<string>()],
            Messages = await MessagesAsync(round.Id, person, cancellationToken),
        };
    }

    private async Task<List<MessageRecord>> MessagesAsync(RoundId round, MemberId person, CancellationToken cancellationToken)
    {
        var messages = new List<MessageRecord>();
        foreach (var batch in Batches.All(round))
        {
            if (await outbox.FindAsync(batch, person.Value, cancellationToken) is { } sent)
                messages.Add(new MessageRecord(batch.Value[(batch.Value.LastIndexOf('|') + 1)..], sent.State, sent.MessageId, sent.Reason));
        }

        return messages;
    }
}
