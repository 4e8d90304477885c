using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Conversations;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Conversations;

/// <summary>The set-up form: what is taken, and what is said beside which field when it is not.</summary>
public sealed class SetupReaderTests
{
    private const string Karen = "00000000-0000-0000-0000-00000000000a";
    private const string Left = "00000000-0000-0000-0000-00000000000f";
    private const string Night = "Vælg et tidspunkt uden for natten mellem kl. 01 og 04.";

    private static readonly TeamId Team = new("tenant", "19:a@thread.tacv2");

    private static readonly Member[] Members =
    [
        new() { Team = Team, Id = new MemberId(Karen), UserId = "29:karen", Name = "Karen" },
        new() { Team = Team, Id = new MemberId("00000000-0000-0000-0000-00000000000b"), UserId = "29:bo", Name = "Bo" },
        new() { Team = Team, Id = new MemberId(Left), UserId = "29:left", Name = "Lone", IsPresent = false },
    ];

    private static readonly SetupForm Good = new()
    {
        OpensOn = "Monday",
        OpensAt = "09:00",
        RemindsOn = "Wednesday",
        RemindsAt = "10:00",
        ClosesOn = "Friday",
        ClosesAt = "12:00",
        EveryWeeks = "2",
        TimeZone = "America/Nuuk",
        Language = "en",
        Heads = Karen,
        HeadsAnswer = "true",
    };

    [Fact]
    public void A_good_form_becomes_settings()
    {
        var reader = new SetupReader(Good, Members, CardTexts.Danish);
        var settings = reader.Read()!;
        Assert.Empty(reader.Problems);
        Assert.Equal((DayOfWeek.Monday, new TimeOnly(9, 0)), (settings.Schedule.OpensOn, settings.Schedule.OpensAt));
        Assert.Equal((DayOfWeek.Wednesday, new TimeOnly(10, 0)), (settings.Schedule.RemindsOn, settings.Schedule.RemindsAt));
        Assert.Equal((DayOfWeek.Friday, new TimeOnly(12, 0)), (settings.Schedule.ClosesOn, settings.Schedule.ClosesAt));
        Assert.Equal((2, "America/Nuuk", Language.English, true), (settings.Schedule.EveryWeeks, settings.Schedule.TimeZoneId, settings.Language, settings.HeadsAnswer));
        Assert.Equal([new MemberId(Karen)], settings.Heads);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Someday")]
    [InlineData("mandag")]
    [InlineData("monday")]
    [InlineData("7")]
    [InlineData("1")]
    [InlineData("Monday, Tuesday")]
    public void An_unknown_day_is_named_beside_its_field(string? day) =>
        AssertProblem(Good with { RemindsOn = day }, Fields.RemindsOn, "Vælg en ugedag.");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("9:00")]
    [InlineData("09.00")]
    [InlineData("24:00")]
    [InlineData("09:60")]
    [InlineData("09:00:00")]
    [InlineData(" 09:00")]
    public void An_unknown_time_is_named_beside_its_field(string? time) =>
        AssertProblem(Good with { OpensAt = time }, Fields.OpensAt, "Skriv klokkeslættet som 09:00.");

    [Theory]
    [InlineData("01:00")]
    [InlineData("02:30")]
    [InlineData("03:59")]
    public void The_night_is_left_alone(string time)
    {
        AssertProblem(Good with { OpensAt = time }, Fields.OpensAt, Night);
        AssertProblem(Good with { RemindsAt = time }, Fields.RemindsAt, Night);
        AssertProblem(Good with { ClosesAt = time }, Fields.ClosesAt, Night);
    }

    [Theory]
    [InlineData("00:59")]
    [InlineData("04:00")]
    [InlineData("00:00")]
    [InlineData("23:59")]
    public void The_ends_of_the_night_are_not_the_night(string time) =>
        Assert.NotNull(new SetupReader(Good with { OpensAt = time }, Members, CardTexts.Danish).Read());

    [Fact]
    public void The_order_of_the_week_is_checked()
    {
        AssertProblem(Good with { RemindsOn = "Monday", RemindsAt = "09:00" }, Fields.RemindsOn, "Påmindelsen skal komme, efter at spørgsmålet er sendt.");
        AssertProblem(Good with { ClosesOn = "Wednesday", ClosesAt = "10:00" }, Fields.ClosesOn, "Runden skal lukke efter påmindelsen og i samme uge.");
        AssertProblem(Good with { OpensOn = "Sunday" }, Fields.RemindsOn, "Påmindelsen skal komme, efter at spørgsmålet er sendt.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Mars/Olympus")]
    [InlineData("../../etc/passwd")]
    [InlineData("Europe/Copenhagen\0")]
    public void An_unknown_zone_is_refused(string? zone) =>
        AssertProblem(Good with { TimeZone = zone }, Fields.TimeZone, "Den tidszone findes ikke.");

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("hver uge")]
    [InlineData("99999999999")]
    public void Another_interval_is_refused(string? weeks) =>
        AssertProblem(Good with { EveryWeeks = weeks }, Fields.EveryWeeks, "Vælg hver uge, hver 2. uge eller hver 4. uge.");

    [Theory]
    [InlineData(null)]
    [InlineData("sv")]
    [InlineData("DA")]
    public void Another_language_is_refused(string? language) =>
        AssertProblem(Good with { Language = language }, Fields.Language, "Vælg dansk eller engelsk.");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ,")]
    [InlineData("00000000-0000-0000-0000-0000000000ff")]
    [InlineData(Left)]
    [InlineData(Karen + ",00000000-0000-0000-0000-0000000000ff")]
    public void A_head_is_somebody_in_the_team(string? heads) =>
        AssertProblem(Good with { Heads = heads }, Fields.Heads, "Vælg mindst én afdelingschef blandt teamets medlemmer.");

    [Theory]
    [InlineData("29:karen")]
    [InlineData("00000000-0000-0000-0000-00000000000A")]
    [InlineData(Karen + "," + Karen)]
    [InlineData(" " + Karen + " ,")]
    public void A_head_may_be_named_in_the_ways_that_clients_do(string heads) =>
        Assert.Equal([new MemberId(Karen)], new SetupReader(Good with { Heads = heads }, Members, CardTexts.Danish).Read()?.Heads);

    [Fact]
    public void Every_field_that_is_wrong_is_named_at_once_in_the_readers_language()
    {
        var reader = new SetupReader(new SetupForm(), Members, CardTexts.English);
        Assert.Null(reader.Read());
        Assert.Equal(
            ["closesAt", "closesOn", "everyWeeks", "heads", "language", "opensAt", "opensOn", "remindsAt", "remindsOn", "timeZone"],
            reader.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
        Assert.Contains(new FieldProblem(Fields.OpensOn, "Choose a weekday."), reader.Problems);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("on", false)]
    [InlineData("true", true)]
    public void The_head_answers_only_when_ticked(string? ticked, bool answers) =>
        Assert.Equal(answers, new SetupReader(Good with { HeadsAnswer = ticked }, Members, CardTexts.Danish).Read()!.HeadsAnswer);

    private static void AssertProblem(SetupForm form, string field, string text)
    {
        var reader = new SetupReader(form, Members, CardTexts.Danish);
        Assert.Null(reader.Read());
        Assert.Equal([new FieldProblem(field, text)], reader.Problems);
    }
}
