using ReflectionBot.Questions;

namespace ReflectionBot.Tests.Questions;

public sealed class RotationTests
{
    private static readonly Catalogue Shipped = Catalogue.Load();

    [Fact]
    public void The_first_fourteen_rounds_of_the_default_packs()
    {
        var coming = Rotation.Coming(Shipped.EnabledAreas(), [], [], 14);

        Assert.Equal(
            [
                "faerre-maal: faerre-maal-1",
                "udfordr-praksis: udfordr-praksis-1",
                "faelles-forstaaelse: faelles-forstaaelse-1",
                "resultater-sammen: resultater-sammen-1",
                "borgeren-i-centrum: borgeren-i-centrum-1",
                "meningsfuld-dokumentation: meningsfuld-dokumentation-1",
                "mere-folkestyre: mere-folkestyre-1",
                "faerre-maal: faerre-maal-2",
                "udfordr-praksis: udfordr-praksis-2",
                "faelles-forstaaelse: faelles-forstaaelse-2",
                "resultater-sammen: resultater-sammen-2",
                "borgeren-i-centrum: borgeren-i-centrum-2",
                "meningsfuld-dokumentation: meningsfuld-dokumentation-2",
                "mere-folkestyre: mere-folkestyre-2",
            ],
            coming.Select(round => $"{round.Area.Id}: {round.Question.Id}"));
    }

    [Fact]
    public void With_the_paradoxes_on_no_two_themes_meet_any_more()
    {
        var areas = On("fire-temaer", "tre-pejlemaerker", "paradokser");

        Assert.Equal("TBTPTBTB TBTPTBTB", Kinds(areas, [], [], 8) + " " + Kinds(areas, Asked(areas, 8), [], 8));
    }

    [Fact]
    public void With_seven_norms_on_every_other_round_is_a_norm() =>
        Assert.Equal("TPBPTPBPTPBPTP", Kinds(On("fire-temaer", "tre-pejlemaerker", "syv-normer"), [], [], 14));

    [Fact]
    public void Four_areas_of_a_pack_are_spread_evenly_among_seven() =>
        Assert.Equal("TPBTPTBPTBP", Kinds(On("fire-temaer", "tre-pejlemaerker", "rammevilkaar-2015"), [], [], 11));

    [Theory]
    [InlineData("fire-temaer", "TTTTTTTT")]
    [InlineData("tre-pejlemaerker", "BBBBBBBB")]
    [InlineData("paradokser", "PPPPPPPP")]
    public void One_pack_alone_is_enough(string pack, string kinds) => Assert.Equal(kinds, Kinds(On(pack), [], [], 8));

    [Fact]
    public void A_pinned_question_comes_next_and_themes_and_beacons_alternate_again_at_once()
    {
        QuestionId[] history = [new("faerre-maal-1"), new("udfordr-praksis-1")];
        QuestionId[] pins = [new("meningsfuld-dokumentation-3")];

        var coming = Rotation.Coming(Shipped.EnabledAreas(), history, pins, 8);

        Assert.Equal(
            [
                "meningsfuld-dokumentation-3", "faelles-forstaaelse-1", "borgeren-i-centrum-1", "resultater-sammen-1",
                "mere-folkestyre-1", "udfordr-praksis-2", "faerre-maal-2", "meningsfuld-dokumentation-1",
            ],
            coming.Select(round => round.Question.Id.Value));
    }

    [Fact]
    public void A_pack_switched_on_in_the_middle_of_a_cycle_is_heard_within_three_rounds()
    {
        var history = Asked(Shipped.EnabledAreas(), 9);

        Assert.Equal("TPTBTBTB", Kinds(On("fire-temaer", "tre-pejlemaerker", "paradokser"), history, [], 8));
    }

    [Fact]
    public void A_pin_that_cannot_be_asked_is_passed_over()
    {
        QuestionId[] pins = [new("paradoks-1"), new("no-such-question"), new("mere-folkestyre-4")];

        Assert.Equal("mere-folkestyre-4", Rotation.Next(Shipped.EnabledAreas(), [], pins).Question.Id.Value);
    }

    [Fact]
    public void A_question_never_asked_comes_before_one_asked_long_ago()
    {
        QuestionId[] history = [new("mere-folkestyre-1"), new("mere-folkestyre-2"), new("mere-folkestyre-4")];

        Assert.Equal("mere-folkestyre-3", Rotation.Next(Only("mere-folkestyre"), history, []).Question.Id.Value);
    }

    [Fact]
    public void When_all_were_asked_the_one_asked_longest_ago_comes_next()
    {
        QuestionId[] history = [new("borgeren-i-centrum-3"), new("borgeren-i-centrum-2"), new("borgeren-i-centrum-3"), new("borgeren-i-centrum-1")];

        Assert.Equal("borgeren-i-centrum-2", Rotation.Next(Only("borgeren-i-centrum"), history, []).Question.Id.Value);
    }

    [Fact]
    public void A_question_switched_off_after_it_was_asked_was_still_its_areas_turn()
    {
        var areas = Shipped.EnabledAreas(questionsOff: new HashSet<QuestionId> { new("faerre-maal-1") });
        QuestionId[] history = [new("faerre-maal-1"), new("udfordr-praksis-1")];

        Assert.Equal("faelles-forstaaelse-1", Rotation.Next(areas, history, []).Question.Id.Value);
    }

    [Fact]
    public void With_nothing_to_ask_the_caller_is_told()
    {
        var empty = Shipped.EnabledAreas()[0] with { Questions = [] };

        Assert.Throws<ArgumentException>(() => Rotation.Next([], [], []));
        Assert.Throws<ArgumentException>(() => Rotation.Coming([empty], [], [], 3));
    }

    private static IReadOnlyList<Area> On(params string[] packs) =>
        Shipped.EnabledAreas(packs.Select(pack => new PackId(pack)).ToHashSet());

    private static IReadOnlyList<Area> Only(string area) => [.. Shipped.EnabledAreas().Where(one => one.Id.Value == area)];

    private static IReadOnlyList<QuestionId> Asked(IReadOnlyList<Area> areas, int rounds) =>
        [.. Rotation.Coming(areas, [], [], rounds).Select(round => round.Question.Id)];

    private static string Kinds(IReadOnlyList<Area> areas, IReadOnlyList<QuestionId> history, IReadOnlyList<QuestionId> pins, int count) =>
        string.Concat(Rotation.Coming(areas, history, pins, count).Select(round => round.Area.Kind.ToString()[0]));
}
