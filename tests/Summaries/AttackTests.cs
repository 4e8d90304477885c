using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Answers;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Summaries;

/// <summary>
/// What a curious head, or the organisation's leadership, could work out who keeps everything that was ever shown, knows who was
/// a member when, and has been told by everybody who answers by name what they answered. Each attack says how many people it
/// brings an anonymous answer down to; with the rules there are never fewer than k, and each is seen to succeed where its
/// rule is taken away.
/// </summary>
public sealed class AttackTests
{
    private static readonly Question Scale = Ask.Scale;

    /// <summary>The named answers taken from the picture leave the anonymous ones.</summary>
    [Fact]
    public void All_named_but_few() =>
        AssertHolds(life => life.SelectMany(week => Remainder(week, Shown(week))), life => life.SelectMany(week => Remainder(week, WithoutSecondThreshold(week))));

    /// <summary>A text without a name was written by one of those who answered anonymously.</summary>
    [Fact]
    public void A_text_among_few() =>
        AssertHolds(life => life.SelectMany(week => Texts(week, Shown(week))), life => life.SelectMany(week => Texts(week, WithoutSecondThreshold(week))));

    /// <summary>The picture of a round that few answered.</summary>
    [Fact]
    public void Fewer_than_promised() =>
        AssertHolds(life => life.SelectMany(week => Remainder(week, Shown(week))), life => life.SelectMany(week => Remainder(week, WithoutThreshold(week))));

    /// <summary>The threshold is lowered after a round has closed, and the round is opened again.</summary>
    [Fact]
    public void Threshold_change() => AssertHolds(
        life => life.SelectMany(week => Remainder(week, Shown(week))),
        life => life.SelectMany(week => Remainder(week, Gate.Release(Scale, Count(week.Answers), week.Answers, 3))));

    /// <summary>One answer more, or one fewer, and the summary made again: the difference is that one answer.</summary>
    [Fact]
    public void Late_answer_deletion_and_summarising_again() => AssertHolds(
        life => life.SelectMany(week => Difference(week, Shown(week), Shown(week))),
        life => life.SelectMany(week => Difference(week, Shown(week), Gate.Release(Scale, Count(week.Answers.SkipLast(1).ToList()), [.. week.Answers.SkipLast(1)], week.Threshold))));

    /// <summary>Two weeks with the same people but one: an answer is its own in each round, so nothing can be taken from anything.</summary>
    [Fact]
    public void Difference_of_two_rounds() => Prop.ForAll(Week.Life, life =>
    {
        var pairs = life.Zip(life.Skip(1), (before, after) => (before, after)).ToList();
        return pairs.TrueForAll(pair => Remainder(pair.after, Shown(pair.after)).All(pin => pin.People >= pin.K));
    }).QuickCheckThrowOnFailure();

    /// <summary>How the picture has moved is told only from what was shown on its own: a sentence about a hidden round would be its picture.</summary>
    [Fact]
    public void Movement_tells_of_hidden_rounds()
    {
        var sawHidden = false;
        Prop.ForAll(Week.Life, life =>
        {
            var rounds = life.Select((week, at) => Summarised(at, Shown(week))).ToList();
            sawHidden |= rounds.Exists(round => round.Summary.Hidden != Hidden.Nothing);
            return Enumerable.Range(0, rounds.Count).All(at =>
            {
                var lines = string.Join(' ', Movement.Lines(rounds[at], rounds[..at], CardTexts.Danish));
                return rounds[..at].TrueForAll(one => one.Summary.Hidden == Hidden.Nothing || !lines.Contains($"uge {one.Round.Id.Slot.IsoWeek}:", StringComparison.Ordinal))
                    && (rounds[at].Summary.Hidden == Hidden.Nothing || lines.Length == 0);
            });
        }).QuickCheckThrowOnFailure();
        Assert.True(sawHidden);
    }

    /// <summary>A new head has asked nobody anything yet, and reads nothing of what others were promised.</summary>
    [Fact]
    public void Change_of_head()
    {
        var (old, young) = (new MemberId("aaaaaaaa-0000-0000-0000-000000000001"), new MemberId("aaaaaaaa-0000-0000-0000-000000000002"));
        List<Round> past = [.. Enumerable.Range(0, 6).Select(at => RoundOf(at) with { Heads = at < 4 ? [old] : [old, young] })];
        var summaries = past.ToDictionary(round => round.Id.Slot, _ => Shown(new Week([], 5)).Summary);
        Assert.Equal(6, past.OpenTo(Head(old), summaries).Count);
        Assert.Equal([5, 6], past.OpenTo(Head(young), summaries).Select(one => one.Round.Id.Slot.IsoWeek));
        Assert.Equal(6, past.OpenTo(Head(young) with { SeesOlder = true }, summaries).Count);
        Assert.Empty(past.OpenTo(Head(old) with { Roles = Role.Leader, SeesOlder = true }, summaries));
        Assert.Empty(past.OpenTo(Head(old) with { IsPresent = false }, summaries));
    }

    /// <summary>The organisation's sum less the departments that are known leaves the one that was hidden.</summary>
    [Fact]
    public void Total_minus_parts()
    {
        var broken = 0;
        Prop.ForAll(Week.Life, life =>
        {
            var results = life.Select((week, at) => new TeamResult(Team(at), new AreaId("a"), new LocalizedText("A", "A"), Shown(week).Summary)).ToList();
            broken += Subtract(life, life.Sum(week => week.Answers.Count)) is { } pin && pin.People < pin.K ? 1 : 0;
            var area = OrganisationWeek.Release(results).Areas[0];
            return area.Teams == 0 || Subtract(life, area.Answered) is not { } found || found.People >= found.K;
        }).QuickCheckThrowOnFailure();
        Assert.NotEqual(0, broken);
    }

    [Fact]
    public void With_one_team_hidden_another_is_left_out_with_it_always_the_same()
    {
        TeamResult[] results = [Result(1, 3), Result(2, 9), Result(3, 6), Result(4, 7)];
        var area = Assert.Single(OrganisationWeek.Release(results).Areas);
        Assert.Equal((2, 16, 40), (area.Teams, area.Answered, area.Asked));
        Assert.Equal(area, Assert.Single(OrganisationWeek.Release([.. results.Reverse()]).Areas));
        var all = Assert.Single(OrganisationWeek.Release([Result(1, 5), .. results[1..]]).Areas);
        Assert.Equal((4, 27, 80), (all.Teams, all.Answered, all.Asked));
        Assert.Equal(0, Assert.Single(OrganisationWeek.Release([Result(1, 3), Result(2, 9), Result(3, 6)]).Areas).Teams);
        Assert.Equal(0, Assert.Single(OrganisationWeek.Release([Result(2, 9)]).Areas).Teams);
    }

    private sealed record Pin(int People, int K);

    private static void AssertHolds(Func<IReadOnlyList<Week>, IEnumerable<Pin>> attack, Func<IReadOnlyList<Week>, IEnumerable<Pin>> withoutTheRule)
    {
        Prop.ForAll(Week.Life, life => attack(life).All(pin => pin.People >= pin.K)).QuickCheckThrowOnFailure();
        Assert.Contains(Week.Life.Generator.Sample(200).SelectMany(withoutTheRule), pin => pin.People < pin.K);
    }

    private static IEnumerable<Pin> Remainder(Week week, Shown shown)
    {
        if (shown.Picture is { } picture && picture.Counts.Sum(bar => bar.Answers) - week.Named is > 0 and var left)
            yield return new Pin(left, week.Threshold);
    }

    private static IEnumerable<Pin> Texts(Week week, Shown shown) =>
        shown.Voices.Where(voice => voice.Name is null).Select(_ => new Pin(week.Anonymous, week.Threshold));

    private static IEnumerable<Pin> Difference(Week week, Shown before, Shown after)
    {
        var moved = before.Picture is { } one && after.Picture is { } other ? Math.Abs(one.Counts.Sum(bar => bar.Answers) - other.Counts.Sum(bar => bar.Answers)) : 0;
        if (moved > 0)
            yield return new Pin(moved, week.Threshold);
    }

    private static Pin? Subtract(IReadOnlyList<Week> life, int total)
    {
        var hidden = life.Where(week => Shown(week).Hidden != Hidden.Nothing && week.Anonymous > 0).ToList();
        var known = life.Where(week => Shown(week).Hidden == Hidden.Nothing).Sum(week => week.Answers.Count);
        return hidden.Count == 1 && total - known > 0 ? new Pin(hidden[0].Anonymous, hidden[0].Threshold) : null;
    }

    private static Shown Shown(Week week) => Gate.Release(Scale, Count(week.Answers), week.Answers, week.Threshold);

    private static Shown WithoutSecondThreshold(Week week) => week.Shared >= week.Threshold
        ? Gate.Release(Scale, Count(week.Answers), week.Answers, 1)
        : Shown(week);

    private static Shown WithoutThreshold(Week week) => Gate.Release(Scale, Count(week.Answers), week.Answers, 1);

    private static ParticipationCount Count(IReadOnlyCollection<Answer> answers) => new(answers.Count, 20);

    private static SummarisedRound Summarised(int at, Shown shown) => new(RoundOf(at), shown.Summary);

    private static Round RoundOf(int at) => new()
    {
        Id = new RoundId(Team(0), new SlotId(2026, at + 1)),
        State = RoundState.Summarised,
        OpensAt = default,
        ClosesAt = default,
        Question = new AskedQuestion(new AreaId("a"), AreaKind.Theme, new("A", "A"), new("A", "A"), Scale),
    };

    private static Member Head(MemberId id) => new() { Team = Team(0), Id = id, UserId = "29:head", Roles = Role.Leader | Role.DepartmentHead };

    private static TeamId Team(int number) => new("tenant", $"19:{number}@thread.tacv2");

    private static TeamResult Result(int team, int answers)
    {
        var given = Enumerable.Range(0, answers).Select(_ => new Answer(3, null, Visibility.Anonymous)).ToList();
        return new TeamResult(Team(team), new AreaId("a"), new LocalizedText("A", "A"), Gate.Release(Scale, Count(given), given, 5).Summary);
    }

    /// <summary>One closed round: who answered how, and the k its prompts promised.</summary>
    private sealed record Week(IReadOnlyList<Answer> Answers, int Threshold)
    {
        public static Arbitrary<Week[]> Life { get; } = (
            from length in Gen.Choose(1, 8)
            from weeks in AnyWeek().ArrayOf(length)
            select weeks).ToArbitrary();

        public int Named => Answers.Count(answer => answer.Visibility == Visibility.Named);

        public int Anonymous => Answers.Count(answer => answer.Visibility == Visibility.Anonymous);

        public int Shared => Named + Anonymous;

        private static Gen<Week> AnyWeek() =>
            from threshold in Gen.Choose(3, 8)
            from count in Gen.Choose(0, 14)
            from answers in AnyAnswer().ArrayOf(count)
            select new Week(answers, threshold);

        private static Gen<Answer> AnyAnswer() =>
            from value in Gen.Choose(1, 5)
            from visibility in Gen.Frequency((6, Gen.Constant(Visibility.Anonymous)), (3, Gen.Constant(Visibility.Named)), (1, Gen.Constant(Visibility.Private)))
            select new Answer(value, "tekst", visibility, visibility == Visibility.Named ? "Navn" : null);
    }
}
