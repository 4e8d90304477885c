using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>The Danish public holidays, computed. Source: helligdagslovgivningen; Store bededag ended with 2023 (lov nr. 214 af 06/03/2023).</summary>
internal static class DanishHolidays
{
    private const int LastYearOfPrayerDay = 2023;

    private static readonly LocalizedText NewYearsDay = new("Nytårsdag", "New Year's Day");
    private static readonly LocalizedText MaundyThursday = new("Skærtorsdag", "Maundy Thursday");
    private static readonly LocalizedText GoodFriday = new("Langfredag", "Good Friday");
    private static readonly LocalizedText EasterSunday = new("Påskedag", "Easter Sunday");
    private static readonly LocalizedText EasterMonday = new("2. påskedag", "Easter Monday");
    private static readonly LocalizedText PrayerDay = new("Store bededag", "Great Prayer Day");
    private static readonly LocalizedText AscensionDay = new("Kristi himmelfartsdag", "Ascension Day");
    private static readonly LocalizedText WhitSunday = new("Pinsedag", "Whit Sunday");
    private static readonly LocalizedText WhitMonday = new("2. pinsedag", "Whit Monday");
    private static readonly LocalizedText ChristmasDay = new("Juledag", "Christmas Day");
    private static readonly LocalizedText SecondChristmasDay = new("2. juledag", "Boxing Day");
    private static readonly LocalizedText ConstitutionDay = new("Grundlovsdag", "Constitution Day");
    private static readonly LocalizedText ChristmasEve = new("Juleaftensdag", "Christmas Eve");
    private static readonly LocalizedText NewYearsEve = new("Nytårsaftensdag", "New Year's Eve");

    /// <summary>The holiday's name, or null on any other day. A public holiday wins over an optional one on the same day.</summary>
    public static LocalizedText? On(DateOnly day, OptionalHolidays optional = OptionalHolidays.None) =>
        Fixed(day) ?? FollowingEaster(day) ?? Optional(day, optional);

    private static LocalizedText? Fixed(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => NewYearsDay,
        (12, 25) => ChristmasDay,
        (12, 26) => SecondChristmasDay,
        _ => null,
    };

    private static LocalizedText? FollowingEaster(DateOnly day) => (day.DayNumber - Easter(day.Year).DayNumber) switch
    {
        -3 => MaundyThursday,
        -2 => GoodFriday,
        0 => EasterSunday,
        1 => EasterMonday,
        26 when day.Year <= LastYearOfPrayerDay => PrayerDay,
        39 => AscensionDay,
        49 => WhitSunday,
        50 => WhitMonday,
        _ => null,
    };

    private static LocalizedText? Optional(DateOnly day, OptionalHolidays optional) => (day.Month, day.Day) switch
    {
        (6, 5) when optional.HasFlag(OptionalHolidays.ConstitutionDay) => ConstitutionDay,
        (12, 24) when optional.HasFlag(OptionalHolidays.ChristmasEve) => ChristmasEve,
        (12, 31) when optional.HasFlag(OptionalHolidays.NewYearsEve) => NewYearsEve,
        _ => null,
    };

    // The anonymous Gregorian computus (Nature, 1876; Meeus, Astronomical Algorithms, chapter 8), letters as printed there.
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = (b - ((b + 8) / 25) + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
