using Microsoft.Extensions.Options;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>
/// What is to come for a team: the slots of its schedule and the questions of the rotation, in step. The preview and the
/// opening of rounds both ask here, so what an administrator is shown is what will happen.
/// </summary>
internal sealed class RoundPlanner(Catalogue catalogue, IOptions<Organisation> organisation)
{
    /// <summary>The slots from the first unrecorded one that opens after <see cref="Team.RunsFrom"/>, without end.</summary>
    public IEnumerable<ComingRound> From(Team team, IReadOnlyList<Round> past, DateTimeOffset runsFrom)
    {
        var taken = past.Select(round => round.Id.Slot).ToHashSet();
        var asked = past.Where(round => round.WasAsked).Select(round => round.Question!.Question.Id).ToList();
        var areas = catalogue.AreasOf(team.Questions);
        var pins = team.Questions.Waiting(Asked(past)).ToList();
        var first = SlotId.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(runsFrom, team.Zone).Date));
        foreach (var slot in SlotPlanner.From(team.Schedule, CalendarOf(team), first))
        {
            if (taken.Contains(slot.Slot) || slot.OpensAt < runsFrom)
                continue;

            if (slot.Skipped is not null)
            {
                yield return new ComingRound(slot, null);
                continue;
            }

            var (area, question) = Rotation.Next(areas, asked, pins);
            asked.Add(question.Id);
            pins.Remove(question.Id);
            yield return new ComingRound(slot, AskedQuestion.Of(area, question));
        }
    }

    /// <summary>The first week, counting every week, in which a round could still open: where a new interval is counted from.</summary>
    public SlotId NextWeek(Team team, IReadOnlyList<Round> past, DateTimeOffset now) =>
        From(team with { Schedule = team.Schedule with { EveryWeeks = 1 } }, past, now).First().Slot.Slot;

    /// <summary>
    /// The slot as it is when an administrator opens it early: it lasts to the first closing at least a day away,
    /// in whatever week, and never longer than it would have.
    /// </summary>
    public PlannedSlot OpenedEarly(Team team, PlannedSlot slot, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, team.Zone).Date);
        var week = SlotPlanner.From(team.Schedule with { EveryWeeks = 1 }, CalendarOf(team), SlotId.Of(today))
            .TakeWhile(week => week.ClosesAt < slot.ClosesAt)
            .FirstOrDefault(week => week.Skipped is null && week.ClosesAt >= now + SlotPlanner.MinimumOpen) ?? slot;
        return slot with
        {
            OpensAt = TimeZoneInfo.ConvertTime(now, team.Zone),
            RemindsAt = week.RemindsAt > now ? week.RemindsAt : null,
            ClosesAt = week.ClosesAt,
        };
    }

    /// <summary>What was asked when, oldest first.</summary>
    public static List<(QuestionId Question, DateTimeOffset At)> Asked(IEnumerable<Round> past) =>
        [.. past.Where(round => round.WasAsked).Select(round => (round.Question!.Question.Id, round.OpenedAt ?? round.OpensAt))];

    private WorkingCalendar CalendarOf(Team team) => new()
    {
        Policy = team.Calendar.Policy,
        OptionalHolidays = team.Calendar.OptionalHolidays,
        ClosingPeriods = [.. organisation.Value.ClosingPeriods, .. team.Calendar.ClosingPeriods],
        PausedUntil = team.PausedUntil,
    };
}

/// <summary>One slot to come; the question is null when the slot is skipped.</summary>
internal sealed record ComingRound(PlannedSlot Slot, AskedQuestion? Question);
