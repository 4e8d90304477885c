using System.Globalization;
using System.Text.RegularExpressions;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Reads closing days as typed: dates, or an ISO week. Pure; what it gets is whatever a client sent.</summary>
internal static partial class PeriodReader
{
    public const int LongestName = 60;

    private const int MostDays = 184;
    private const int YearsAhead = 3;

    /// <summary>The period, or the one thing to mend first.</summary>
    public static (ClosingPeriod? Period, string? Problem) Read(PeriodFields fields, TeamCalendar calendar, DateOnly today, Language language)
    {
        var texts = language.Texts();
        var name = fields.Name?.Trim();
        if (Days(fields, today) is not var (from, to))
            return (null, texts.ErrorClosedDates);
        if (Wrong(from, to, today, texts) is { } problem)
            return (null, problem);
        if (name?.Length > LongestName)
            return (null, texts.ErrorClosedName(LongestName));
        if (calendar.ClosingPeriods.FirstOrDefault(period => period.From <= to && from <= period.To) is { } other)
            return (null, texts.ErrorClosedOverlap(CalendarCards.Say(other, language)));
        if (calendar.ClosingPeriods.Count(period => period.To >= today) >= TeamCalendar.MostClosingPeriods)
            return (null, texts.ErrorClosedMany(TeamCalendar.MostClosingPeriods));
        return (new ClosingPeriod(from, to, string.IsNullOrEmpty(name) ? null : new LocalizedText(name, name)), null);
    }

    private static string? Wrong(DateOnly from, DateOnly to, DateOnly today, CardTexts texts) =>
        to < from ? texts.ErrorClosedOrder
        : to < today ? texts.ErrorClosedPast
        : to > today.AddYears(YearsAhead) ? texts.ErrorClosedFar
        : to.DayNumber - from.DayNumber >= MostDays ? texts.ErrorClosedLong
        : null;

    // Dates win; a week is only read where there is no date.
    private static (DateOnly From, DateOnly To)? Days(PeriodFields fields, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(fields.From) && string.IsNullOrWhiteSpace(fields.To))
            return Week(fields.Week?.Trim() ?? string.Empty, today);
        if (Day(fields.From) is not { } from)
            return null;
        return string.IsNullOrWhiteSpace(fields.To) ? (from, from)
            : Day(fields.To) is { } to ? (from, to)
            : null;
    }

    // A bare number is the next such week.
    private static (DateOnly From, DateOnly To)? Week(string text, DateOnly today)
    {
        var match = WeekPattern().Match(text);
        if (!match.Success)
            return null;

        var week = int.Parse(match.Groups["week"].Value, CultureInfo.InvariantCulture);
        var year = match.Groups["year"] is { Success: true } written
            ? int.Parse(written.Value, CultureInfo.InvariantCulture)
            : NextYear(week, today);
        if (week is < 1 or > 53 || year is < 2000 or > 2200 || week > ISOWeek.GetWeeksInYear(year))
            return null;
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return (monday, monday.AddDays(6));
    }

    private static int NextYear(int week, DateOnly today)
    {
        var noon = today.ToDateTime(new TimeOnly(12, 0));
        return week < ISOWeek.GetWeekOfYear(noon) ? ISOWeek.GetYear(noon) + 1 : ISOWeek.GetYear(noon);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^(?:(?<year>\d{4})-W?)?(?:uge |week )?(?<week>\d{1,2})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WeekPattern();
}
