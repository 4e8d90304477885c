namespace ReflectionBot.Questions;

/// <summary>
/// Which question is asked next: a pure function of what is on, what was asked and what is pinned.
/// In any row of as many rounds as there are areas, each area comes once; kinds follow <see cref="Rhythm"/>; within a kind
/// the area, and within an area the question, asked longest ago comes next - those never asked first, in the order given.
/// Every rule reads the history only, so a pin or a toggle disturbs no more than the rounds it touches.
/// </summary>
internal static class Rotation
{
    /// <param name="areas">What may be asked, see <see cref="Catalogue.EnabledAreas"/>. Areas without questions are passed over.</param>
    /// <param name="history">What was asked, oldest first; ids that <paramref name="areas"/> does not know are passed over.</param>
    /// <param name="pins">What the administrator wants next, in that order; ids that cannot be asked are passed over.</param>
    /// <exception cref="ArgumentException">There is no question to ask.</exception>
    public static (Area Area, Question Question) Next(
        IReadOnlyList<Area> areas, IReadOnlyList<QuestionId> history, IReadOnlyList<QuestionId> pins) =>
        Coming(areas, history, pins, 1)[0];

    /// <summary>The next <paramref name="count"/> rounds as they will be unless someone changes something.</summary>
    /// <inheritdoc cref="Next"/>
    public static IReadOnlyList<(Area Area, Question Question)> Coming(
        IReadOnlyList<Area> areas, IReadOnlyList<QuestionId> history, IReadOnlyList<QuestionId> pins, int count)
    {
        var record = new AskedRecord(areas, history);
        var pinned = new Queue<(Area, Question)>(pins.Select(record.Find).OfType<(Area, Question)>());
        var coming = new List<(Area Area, Question Question)>(count);
        while (coming.Count < count)
        {
            var next = pinned.Count > 0 ? pinned.Dequeue() : record.Choose();
            record.Add(next.Item2.Id);
            coming.Add(next);
        }

        return coming;
    }
}
