namespace ReflectionBot.Questions;

/// <summary>
/// Which kind of area comes next. The enabled areas make one cycle of kinds (four themes and three beacons: T B T B T B T),
/// and the recent past tells where in the cycle we are: the place that explains most of the latest rounds. So nothing
/// needs to be remembered, and after a pin or a toggle the very next rounds are in rhythm again.
/// </summary>
internal static class Rhythm
{
    /// <param name="areas">The areas that may be asked; at least one.</param>
    /// <param name="past">The kinds of the rounds so far, oldest first, as far as they are known.</param>
    public static AreaKind Next(IReadOnlyList<Area> areas, IReadOnlyList<AreaKind> past)
    {
        var cycle = Cycle(areas);
        var place = Enumerable.Range(0, cycle.Count)
            .OrderByDescending(start => Explained(cycle, start, past))
            .ThenByDescending(start => Owed(cycle, cycle[start], past))
            .First();
        return cycle[place];
    }

    /// <summary>
    /// One cycle: themes and beacons alternate, and the packs' own areas are spread evenly among them, one of them
    /// where the cycle starts over and two themes would otherwise meet.
    /// </summary>
    public static IReadOnlyList<AreaKind> Cycle(IReadOnlyList<Area> areas)
    {
        var byKind = areas.Select(area => area.Kind).ToLookup(kind => kind);
        var alternating = Spread([.. byKind[AreaKind.Theme]], [.. byKind[AreaKind.Beacon]], shift: 1);
        return Spread(alternating, [.. byKind[AreaKind.Pack]], shift: 2);
    }

    // Both lists are stretched over the same line and read off from left to right. The first list's i-th item stands in
    // the middle of its share of the line (shift 1 of 2), the second's in the middle (1) or at the end (2) of its share.
    private static AreaKind[] Spread(AreaKind[] first, AreaKind[] second, int shift)
    {
        var marks = first.Select((kind, i) => (Kind: kind, At: ((2 * i) + 1) * second.Length))
            .Concat(second.Select((kind, i) => (Kind: kind, At: ((2 * i) + shift) * first.Length)));
        return [.. marks.OrderBy(mark => mark.At).Select(mark => mark.Kind)];
    }

    // How many of the latest rounds the cycle would have asked in the same order just before this place, one cycle at most.
    private static int Explained(IReadOnlyList<AreaKind> cycle, int place, IReadOnlyList<AreaKind> past)
    {
        var most = Math.Min(cycle.Count, past.Count);
        var length = 0;
        while (length < most && past[^(length + 1)] == cycle[(place - 1 - length + cycle.Count) % cycle.Count])
            length++;
        return length;
    }

    // How far a kind is behind its share of the latest rounds; settles which of two equally likely places it is, so that
    // a pack just switched on is heard soon.
    private static int Owed(IReadOnlyList<AreaKind> cycle, AreaKind kind, IReadOnlyList<AreaKind> past)
    {
        var latest = past.TakeLast(cycle.Count - 1).ToList();
        return (cycle.Count(one => one == kind) * latest.Count) - (latest.Count(one => one == kind) * cycle.Count);
    }
}
