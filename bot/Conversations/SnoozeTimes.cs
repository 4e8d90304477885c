using ReflectionBot.Cards;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>When a leader can ask to be reminded: later today within working hours, and the next weekday's morning; never after the round has closed.</summary>
internal static class SnoozeTimes
{
    public const string Later = "later";
    public const string Tomorrow = "tomorrow";

    private const int HoursAhead = 3;
    private const int LastHour = 17;
    private const int MorningHour = 9;

    /// <summary>In the team's zone, soonest first.</summary>
    public static IReadOnlyList<SnoozeChoice> Of(Team team, Round round, DateTimeOffset now)
    {
        var local = team.Local(now);
        var hour = Math.Max(local.Hour + HoursAhead, MorningHour);
        var later = hour <= LastHour ? OnTheHour(team, DateOnly.FromDateTime(local.Date), hour) : null;
        var tomorrow = OnTheHour(team, NextWeekday(DateOnly.FromDateTime(local.Date)), MorningHour);
        return
        [
            .. later is { } today && today < round.ClosesAt ? [new SnoozeChoice(Later, today)] : Array.Empty<SnoozeChoice>(),
            .. tomorrow is { } morning && morning < round.ClosesAt ? [new SnoozeChoice(Tomorrow, morning)] : Array.Empty<SnoozeChoice>(),
        ];
    }

    private static DateOnly NextWeekday(DateOnly day) => day.AddDays(day.DayOfWeek switch
    {
        DayOfWeek.Friday => 3,
        DayOfWeek.Saturday => 2,
        _ => 1,
    });

    // No zone changes its clock in working hours; were one to, the choice is left out.
    private static DateTimeOffset? OnTheHour(Team team, DateOnly day, int hour)
    {
        var time = day.ToDateTime(new TimeOnly(hour, 0));
        return team.Zone.IsInvalidTime(time) ? null : new DateTimeOffset(time, team.Zone.GetUtcOffset(time));
    }
}
