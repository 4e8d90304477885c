using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Tests.Cards;

/// <summary>Moments, days, numbers and lists as each language writes them.</summary>
public sealed class LanguageTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset May = new(2027, 5, 4, 16, 5, 59, TimeSpan.FromHours(2));

    private static CardTexts Da => CardTexts.Danish;

    private static CardTexts En => CardTexts.English;

    [Fact]
    public void A_moment_has_its_weekday_date_and_time()
    {
        Assert.Equal("mandag 23. november kl. 09.00", Da.Moment(Monday));
        Assert.Equal("Monday 23 November at 09:00", En.Moment(Monday));
        Assert.Equal("tirsdag 4. maj kl. 16.05", Da.Moment(May));
        Assert.Equal("Tuesday 4 May at 16:05", En.Moment(May));
    }

    [Fact]
    public void A_date_has_its_year()
    {
        Assert.Equal("4. januar 2027", Da.Date(new(2027, 1, 4)));
        Assert.Equal("4 January 2027", En.Date(new(2027, 1, 4)));
    }

    [Fact]
    public void A_weekly_moment_has_no_date()
    {
        Assert.Equal("onsdag kl. 10.00", Da.WeeklyMoment(DayOfWeek.Wednesday, new(10, 0)));
        Assert.Equal("Wednesday at 10:00", En.WeeklyMoment(DayOfWeek.Wednesday, new(10, 0)));
        Assert.Equal("søndag kl. 00.30", Da.WeeklyMoment(DayOfWeek.Sunday, new(0, 30)));
    }

    [Fact]
    public void A_decimal_has_the_languages_own_sign()
    {
        Assert.Equal("3,2", Da.OneDecimal(29 / 9.0));
        Assert.Equal("3.2", En.OneDecimal(29 / 9.0));
        Assert.Equal("4,0", Da.OneDecimal(4));
        Assert.Equal("4", Da.AtMostOneDecimal(4));
        Assert.Equal("8,5", Da.AtMostOneDecimal(8.5));
        Assert.Equal("-1.5", En.AtMostOneDecimal(-1.5));
    }

    [Fact]
    public void A_large_number_has_the_languages_own_sign_between_the_thousands()
    {
        Assert.Equal("4.000", Da.Whole(4000));
        Assert.Equal("4,000", En.Whole(4000));
        Assert.Equal("999", Da.Whole(999));
    }

    [Fact]
    public void A_list_ends_in_and()
    {
        Assert.Equal("", Da.List([]));
        Assert.Equal("Anna", Da.List(["Anna"]));
        Assert.Equal("Anna og Bo", Da.List(["Anna", "Bo"]));
        Assert.Equal("Anna, Bo og Åse", Da.List(["Anna", "Bo", "Åse"]));
        Assert.Equal("Anna, Bo and Åse", En.List(["Anna", "Bo", "Åse"]));
    }

    [Fact]
    public void A_list_of_hostile_names_is_no_format()
    {
        Assert.Equal("{0} og {1}", Da.List(["{0}", "{1}"]));
        Assert.Equal("Hej {0}!", Da.GreetingTitle("{0}"));
    }

    [Fact]
    public void A_sentence_starts_with_a_capital()
    {
        Assert.Equal("Ærlig talt", Da.Capital("ærlig talt"));
        Assert.Equal("", Da.Capital(""));
        Assert.Equal("Åse", Da.Capital("åse"));
    }

    [Fact]
    public void Each_language_names_itself()
    {
        Assert.Equal("da", Da.Lang);
        Assert.Equal("en", En.Lang);
    }

    [Fact]
    public void The_sentences_with_moments_read_as_sentences()
    {
        Assert.Equal("Lukker fredag 27. november kl. 12.00.", Da.Closes(Da.Moment(SampleViews.Closes)));
        Assert.Equal("Du kan ændre det indtil fredag 27. november kl. 12.00.", Da.ReceiptEditUntil(Da.Moment(SampleViews.Closes)));
        Assert.Equal("A round is open until Friday 27 November at 12:00. 9 of 12 have answered.", En.DeskOpenRound(9, 12, En.Moment(SampleViews.Closes)));
        Assert.Equal("Hver uge: spørgsmål mandag kl. 09.00, påmindelse onsdag kl. 10.00, lukker fredag kl. 12.00.", new SampleViews(Da).Review.Rhythm);
    }
}
