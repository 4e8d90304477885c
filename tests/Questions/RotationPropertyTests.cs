using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Questions;

namespace ReflectionBot.Tests.Questions;

/// <summary>What holds for the rotation whatever was asked, switched or pinned before.</summary>
public sealed class RotationPropertyTests
{
    [Fact]
    public void Each_enabled_area_comes_exactly_once_a_cycle_starting_anywhere() => ForAll(it =>
    {
        var areas = Coming(it, it.Areas.Count * 2).Select(round => round.Area.Id.Value).ToList();

        return Enumerable.Range(0, it.Areas.Count + 1)
            .All(start => areas.Skip(start).Take(it.Areas.Count).Distinct().Count() == it.Areas.Count);
    });

    [Fact]
    public void After_pins_the_very_next_cycle_asks_each_area_once() => ForAll(it =>
    {
        var pinned = it.Pins.Count(it.CanBeAsked);
        var coming = Rotation.Coming(it.Areas, it.History, it.Pins, pinned + it.Areas.Count);

        return coming.Skip(pinned).Select(round => round.Area.Id).Distinct().Count() == it.Areas.Count;
    });

    [Fact]
    public void Two_beacons_never_meet_while_there_are_as_many_themes_and_the_other_way_round() => ForAll(it =>
    {
        var kinds = string.Concat(Coming(it, it.Areas.Count * 3).Select(round => Letter(round.Area.Kind)).Where(letter => letter != 'P'));

        return (it.Count(AreaKind.Beacon) > it.Count(AreaKind.Theme) || !kinds.Contains("BB", StringComparison.Ordinal))
            && (it.Count(AreaKind.Theme) > it.Count(AreaKind.Beacon) || !kinds.Contains("TT", StringComparison.Ordinal));
    });

    [Fact]
    public void Themes_are_spread_as_evenly_among_themes_and_beacons_as_the_counts_allow() => ForAll(it =>
    {
        var kinds = Coming(it, it.Areas.Count * 3).Select(round => round.Area.Kind).Where(kind => kind != AreaKind.Pack);
        return IsEven([.. kinds.Select(kind => kind == AreaKind.Theme)]);
    });

    [Fact]
    public void The_packs_own_areas_are_spread_as_evenly_as_the_counts_allow() => ForAll(it =>
        IsEven([.. Coming(it, it.Areas.Count * 3).Select(round => round.Area.Kind == AreaKind.Pack)]));

    [Fact]
    public void No_question_repeats_before_every_other_one_in_its_area_was_asked() => ForAll(it =>
    {
        var pinned = it.Pins.Count(it.CanBeAsked);
        var coming = Rotation.Coming(it.Areas, it.History, it.Pins, pinned + 60);
        List<QuestionId> all = [.. it.History, .. coming.Select(round => round.Question.Id)];

        return Enumerable.Range(pinned, 60).All(i => OthersCameBetween(coming[i], all, it.History.Count + i));
    });

    [Fact]
    public void A_question_never_asked_comes_in_catalogue_order_before_any_that_was() => ForAll(it =>
    {
        var (area, question) = Rotation.Next(it.Areas, it.History, []);
        var first = area.Questions.FirstOrDefault(one => !it.History.Contains(one.Id));

        return first is null || first.Id == question.Id;
    });

    [Fact]
    public void Pins_that_can_be_asked_come_first_in_their_order() => ForAll(it =>
    {
        var pins = it.Pins.Where(it.CanBeAsked).ToList();
        return Rotation.Coming(it.Areas, it.History, it.Pins, pins.Count).Select(round => round.Question.Id).SequenceEqual(pins);
    });

    [Fact]
    public void Coming_is_next_repeated() => ForAll(it =>
    {
        var coming = Rotation.Coming(it.Areas, it.History, [], 30).Select(round => round.Question.Id);
        var history = it.History.ToList();
        for (var i = 0; i < 30; i++)
            history.Add(Rotation.Next(it.Areas, history, []).Question.Id);

        return coming.SequenceEqual(history.Skip(it.History.Count));
    });

    [Fact]
    public void The_same_input_gives_the_same_answer_and_ids_nobody_knows_change_nothing() => ForAll(it =>
    {
        var known = it.History.Where(id => it.CanBeAsked(id) || it.Areas.Any(area => area.Off.Contains(id))).ToList();
        var coming = Rotation.Coming(it.Areas, it.History, it.Pins, 20);

        return coming.SequenceEqual(Rotation.Coming(it.Areas, it.History, it.Pins, 20))
            && coming.SequenceEqual(Rotation.Coming(it.Areas, known, it.Pins, 20));
    });

    private static void ForAll(Func<Situation, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Situation.Any, holds));

    private static IReadOnlyList<(Area Area, Question Question)> Coming(Situation it, int count) =>
        Rotation.Coming(it.Areas, it.History, [], count);

    private static char Letter(AreaKind kind) => kind.ToString()[0];

    private static bool OthersCameBetween((Area Area, Question Question) asked, List<QuestionId> all, int at)
    {
        var last = all.GetRange(0, at).LastIndexOf(asked.Question.Id);
        return last < 0 || asked.Area.Questions
            .Where(other => other.Id != asked.Question.Id)
            .All(other => all.GetRange(last, at - last).Contains(other.Id));
    }

    // Balanced: any two stretches of one length hold the same number of them, give or take one.
    private static bool IsEven(bool[] marks) => Enumerable.Range(1, marks.Length).All(length =>
    {
        var counts = Enumerable.Range(0, marks.Length - length + 1).Select(start => marks.AsSpan(start, length).Count(true)).ToList();
        return counts.Max() - counts.Min() <= 1;
    });
}
