using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Questions;

namespace ReflectionBot.Tests.Questions;

/// <summary>A random state of affairs for the rotation: what is on, what was asked (also things long gone), what is pinned.</summary>
internal sealed record Situation(IReadOnlyList<Area> Areas, IReadOnlyList<QuestionId> History, IReadOnlyList<QuestionId> Pins)
{
    private static readonly LocalizedText Blank = new("-", "-");

    public static Arbitrary<Situation> Any { get; } = (
        from before in SomeAreas()
        from after in Toggled(before)
        from history in Ids(before).ListOf()
        from pins in Ids(before).ListOf()
        select new Situation(after, [.. history], [.. pins.Take(5)])).ToArbitrary();

    public int Count(AreaKind kind) => Areas.Count(area => area.Kind == kind);

    public bool CanBeAsked(QuestionId id) => Areas.Any(area => area.Questions.Any(question => question.Id == id));

    public override string ToString() =>
        $"areas {string.Join(' ', Areas.Select(area => $"{area.Id}x{area.Questions.Count}"))}; history {string.Join(' ', History)}; pins {string.Join(' ', Pins)}";

    private static Gen<Area[]> SomeAreas() =>
        from themes in OfKind(AreaKind.Theme, 5)
        from beacons in OfKind(AreaKind.Beacon, 5)
        from packs in OfKind(AreaKind.Pack, 9)
        let all = (Area[])[.. packs.Take(2), .. themes, .. beacons, .. packs.Skip(2)]
        select all.Length > 0 ? all : [OneArea(AreaKind.Theme, 0, 1)];

    private static Gen<Area[]> OfKind(AreaKind kind, int most) =>
        from sizes in Gen.Choose(1, 4).ArrayOf(most)
        from count in Gen.Choose(0, most)
        select sizes.Take(count).Select((size, i) => OneArea(kind, i, size)).ToArray();

    // Some areas off, some questions off (remembered or forgotten), but something always left on.
    private static Gen<Area[]> Toggled(Area[] areas) =>
        from keep in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false))).ArrayOf(areas.Length)
        from remembered in Gen.Elements(true, false)
        let kept = areas.Where((_, i) => keep[i]).Select(area => WithoutOne(area, remembered)).ToArray()
        select kept.Length > 0 ? kept : areas;

    private static Area WithoutOne(Area area, bool remembered) => area.Questions.Count != 3
        ? area
        : area with { Questions = [.. area.Questions.Skip(1)], Off = remembered ? [area.Questions[0].Id] : [] };

    private static Gen<QuestionId> Ids(Area[] areas) =>
        Gen.Elements<QuestionId>([.. areas.SelectMany(area => area.Questions).Select(question => question.Id), new("retired-1"), new("retired-2")]);

    private static Area OneArea(AreaKind kind, int number, int questions) => new()
    {
        Id = new AreaId($"{kind}{number}"),
        Kind = kind,
        Title = Blank,
        Lead = Blank,
        Questions = [.. Enumerable.Range(1, questions).Select(i => OneQuestion($"{kind}{number}-{i}"))],
    };

    private static Question OneQuestion(string id) =>
        new() { Id = new QuestionId(id), Type = QuestionType.Open, Text = Blank, Probe = Blank };
}
