using System.Globalization;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Rounds;

public sealed class DanishHolidaysTests
{
    // Source: the printed Danish calendars of those years. 2008 has the earliest Easter of our time, 2038 the latest possible.
    [Theory]
    [InlineData(2008, "01-01 Nytårsdag, 03-20 Skærtorsdag, 03-21 Langfredag, 03-23 Påskedag, 03-24 2. påskedag, 04-18 Store bededag, 05-01 Kristi himmelfartsdag, 05-11 Pinsedag, 05-12 2. pinsedag, 12-25 Juledag, 12-26 2. juledag")]
    [InlineData(2019, "01-01 Nytårsdag, 04-18 Skærtorsdag, 04-19 Langfredag, 04-21 Påskedag, 04-22 2. påskedag, 05-17 Store bededag, 05-30 Kristi himmelfartsdag, 06-09 Pinsedag, 06-10 2. pinsedag, 12-25 Juledag, 12-26 2. juledag")]
    [InlineData(2023, "01-01 Nytårsdag, 04-06 Skærtorsdag, 04-07 Langfredag, 04-09 Påskedag, 04-10 2. påskedag, 05-05 Store bededag, 05-18 Kristi himmelfartsdag, 05-28 Pinsedag, 05-29 2. pinsedag, 12-25 Juledag, 12-26 2. juledag")]
    [InlineData(2024, "01-01 Nytårsdag, 03-28 Skærtorsdag, 03-29 Langfredag, 03-31 Påskedag, 04-01 2. påskedag, 05-09 Kristi himmelfartsdag, 05-19 Pinsedag, 05-20 2. pinsedag, 12-25 Juledag, 12-26 2. juledag")]
    [InlineData(2026, "01-01 Nytårsdag, 04-02 Skærtorsdag, 04-03 Langfredag, 04-05 Påskedag, 04-06 2. påskedag, 05-14 Kristi himmelfartsdag, 05-24 Pinsedag, 05-25 2. pinsedag, 12-25 Juledag, 12-26 2. juledag")]
    [InlineData(2038, "01-01 Nytårsdag, 04-22 Skærtorsdag, 04-23 Langfredag, 04-25 Påskedag, 04-26 2. påskedag, 06-03 Kristi himmelfartsdag, 06-13 Pinsedag, 06-14 2. pinsedag, 12-25 Juledag, 12-26 2. juledag")]
    public void The_public_holidays_of_a_year(int year, string holidays) => Assert.Equal(holidays, Year(year, OptionalHolidays.None));

    [Theory]
    [InlineData("1961-04-02")]
    [InlineData("2000-04-23")]
    [InlineData("2011-04-24")]
    [InlineData("2016-03-27")]
    [InlineData("2025-04-20")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2035-03-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void Easter_is_computed(string day) => Assert.Equal("Påskedag", DanishHolidays.On(Day(day))?.Danish);

    [Fact]
    public void Days_off_by_choice_are_ordinary_days_until_they_are_chosen()
    {
        Assert.Null(DanishHolidays.On(new DateOnly(2026, 6, 5)));
        Assert.Null(DanishHolidays.On(new DateOnly(2026, 12, 24), OptionalHolidays.ConstitutionDay | OptionalHolidays.NewYearsEve));
        Assert.Equal("Grundlovsdag", DanishHolidays.On(new DateOnly(2026, 6, 5), OptionalHolidays.ConstitutionDay)?.Danish);
        Assert.Equal("Juleaftensdag", DanishHolidays.On(new DateOnly(2026, 12, 24), OptionalHolidays.ChristmasEve)?.Danish);
        Assert.Equal("New Year's Eve", DanishHolidays.On(new DateOnly(2026, 12, 31), OptionalHolidays.NewYearsEve)?.English);
    }

    [Fact]
    public void A_public_holiday_wins_over_a_chosen_day_on_the_same_date() =>
        Assert.Equal("2. pinsedag", DanishHolidays.On(new DateOnly(2028, 6, 5), OptionalHolidays.ConstitutionDay)?.Danish);

    private static string Year(int year, OptionalHolidays optional)
    {
        var first = new DateOnly(year, 1, 1);
        var named = from offset in Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
                    let day = first.AddDays(offset)
                    let name = DanishHolidays.On(day, optional)
                    where name is not null
                    select $"{day.ToString("MM-dd", CultureInfo.InvariantCulture)} {name.Danish}";
        return string.Join(", ", named);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
