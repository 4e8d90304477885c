using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using ReflectionBot.Answers;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>
/// Forgets what is older than a team keeps things: summaries, reflections, participation and deliveries of a round together, the
/// log's old lines, those who left long ago, and those who only ever wrote to the bot. That a round was, and what it asked,
/// stays: the rotation goes by it. A round is noted as forgotten last, so work cut short is taken up again.
/// </summary>
internal sealed partial class Retention(
    TeamStore teams, RosterStore roster, RoundStore rounds, ParticipationStore participation, JournalStore journal, SummaryStore summaries, Outbox outbox,
    AuditLog audit, AddressBook addresses, PersonErasure erasure, IOptions<Organisation> organisation, TimeProvider time, ILogger<Retention> logger)
{
    private const int ReflectionsAtATime = 1_000;

    public async Task PurgeAllAsync(CancellationToken cancellationToken)
    {
        await teams.ReadyAsync(cancellationToken);
        var forgotten = default(Forgotten);
        var all = await teams.AllAsync(cancellationToken);
        foreach (var team in all)
            forgotten += await PurgeAsync(team, cancellationToken) + await ForgetLeaversAsync(team, cancellationToken);

        forgotten += await ForgetStrangersAsync(cancellationToken);

        // Longest of all: a reflection whose round or team is gone belongs to its writer alone, and has an age all the same.
        var longest = all.Select(team => team.RetentionMonths).DefaultIfEmpty(Team.UsualRetentionMonths).Max();
        forgotten += await PurgeReflectionsAsync(time.GetUtcNow().AddMonths(-longest), cancellationToken);
        if (forgotten != default)
            Log.Purged(logger, forgotten.Rounds, forgotten.Texts, forgotten.Deliveries, forgotten.Participations, forgotten.Reflections, forgotten.LogLines, forgotten.People);
    }

    private async Task<Forgotten> PurgeAsync(Team team, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow().AddMonths(-team.RetentionMonths);
        var old = (await rounds.AllAsync(team.Id, cancellationToken)).FindAll(round => round is { State: RoundState.Summarised, IsPurged: false } && round.ClosesAt < oldest);
        var forgotten = new Forgotten { LogLines = await audit.PurgeAsync(team.Id, oldest, cancellationToken) };
        foreach (var round in old)
            forgotten += await PurgeAsync(round, cancellationToken);
        return forgotten;
    }

    private async Task<Forgotten> PurgeAsync(Round round, CancellationToken cancellationToken)
    {
        var (reflections, deliveries) = (0, 0);
        foreach (var member in (await participation.AllAsync(round.Id, cancellationToken)).Keys)
            reflections += await journal.RemoveAsync(round.Id, member, cancellationToken) ? 1 : 0;
        foreach (var batch in Batches.All(round.Id))
            deliveries += await outbox.DeleteAsync(batch, cancellationToken);
        var forgotten = new Forgotten
        {
            Rounds = 1,
            Texts = await summaries.DeleteAsync(round.Id, cancellationToken),
            Deliveries = deliveries,
            Reflections = reflections,
            Participations = await participation.DeleteAsync(round.Id, cancellationToken),
        };
        await rounds.TryUpdateAsync(round with { IsPurged = true, Heads = [] }, cancellationToken);
        return forgotten;
    }

    private async Task<Forgotten> ForgetLeaversAsync(Team team, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().AddDays(-organisation.Value.ForgetLeaversAfterDays);
        var gone = (await roster.MembersAsync(team.Id, cancellationToken)).FindAll(member => !member.IsPresent && member.LeftAt < before);
        foreach (var member in gone)
            await erasure.ForgetLeaverAsync(team.Id, member.Id, cancellationToken);
        return new Forgotten { People = gone.Count };
    }

    // Whoever has written to the bot without ever being in a team, or whose team was deleted; not those whom the organisation
    // has named, who get their cards without one. Reflections have an age of their own.
    private async Task<Forgotten> ForgetStrangersAsync(CancellationToken cancellationToken)
    {
        var (before, gone) = (time.GetUtcNow().AddDays(-organisation.Value.ForgetLeaversAfterDays), 0);
        await foreach (var (tenant, person) in addresses.UnchangedSinceAsync(before, cancellationToken))
        {
            if (MemberId.From(person) is not { } id || organisation.Value.IsLeader(id) || organisation.Value.IsAdministrator(id)
                || (await roster.TeamsOfAsync(tenant, id, cancellationToken)).Count > 0)
                continue;
            await erasure.ForgetAddressAsync(tenant, id, cancellationToken);
            gone++;
        }

        return new Forgotten { People = gone };
    }

    private async Task<Forgotten> PurgeReflectionsAsync(DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        var (all, some) = (0, ReflectionsAtATime);
        for (; some == ReflectionsAtATime; all += some)
            some = await journal.PurgeAsync(oldest, ReflectionsAtATime, cancellationToken);
        return new Forgotten { Reflections = all };
    }

    /// <summary>How much has been forgotten, in rows of each kind.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Forgotten
    {
        public int Rounds { get; init; }
        public int Texts { get; init; }
        public int Deliveries { get; init; }
        public int Participations { get; init; }
        public int Reflections { get; init; }
        public int LogLines { get; init; }
        public int People { get; init; }

        public static Forgotten operator +(Forgotten one, Forgotten other) => new()
        {
            Rounds = one.Rounds + other.Rounds,
            Texts = one.Texts + other.Texts,
            Deliveries = one.Deliveries + other.Deliveries,
            Participations = one.Participations + other.Participations,
            Reflections = one.Reflections + other.Reflections,
            LogLines = one.LogLines + other.LogLines,
            People = one.People + other.People,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Forgotten by age: {Rounds} rounds with {Texts} summary rows, {Deliveries} delivery rows, {Participations} participations; {Reflections} reflections, {LogLines} log lines, {People} people who had left or never were in a team")]
        public static partial void Purged(ILogger logger, int rounds, int texts, int deliveries, int participations, int reflections, int logLines, int people);
    }
}
