using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>One week over all teams of a tenant, area by area, for the organisation's leadership. Frozen like a summary.</summary>
internal sealed record OrganisationWeek(IReadOnlyList<OrganisationArea> Areas)
{
    /// <summary>
    /// Sums of what passed each team's own gate. A team that did not pass is in no sum. Where exactly one would be missing, the
    /// smallest of the others is left out with it, or whoever knows the whole could take the sum from it. Fewer than two teams
    /// are no sum. The same teams always give the same week, in whatever order they come.
    /// </summary>
    public static OrganisationWeek Release(IEnumerable<TeamResult> results) => new(
    [
        .. results.GroupBy(result => result.Area)
            .OrderBy(area => area.Key.Value, StringComparer.Ordinal)
            .Select(area => Area(area.First().Title, [.. area])),
    ]);

    private static OrganisationArea Area(LocalizedText title, List<TeamResult> all)
    {
        var shown = all.Where(one => one.Summary.Hidden == Hidden.Nothing)
            .OrderBy(one => one.Summary.Answered)
            .ThenBy(one => one.Team.ToString(), StringComparer.Ordinal)
            .ToList();
        if (all.Count - shown.Count == 1 && shown.Count > 0)
            shown.RemoveAt(0);
        if (shown.Count < 2)
            return new OrganisationArea(title, 0, 0, 0, null);

        var means = shown.Where(one => one.Summary.Picture?.Mean is not null).Select(one => one.Summary.Picture!).ToList();
        return new OrganisationArea(
            title, shown.Count, shown.Sum(one => one.Summary.Answered), shown.Sum(one => one.Summary.Asked), means.Count < 2 ? null : MeanOf(means));
    }

    // Every answer weighs the same, whichever team it was given in.
    private static double MeanOf(List<Picture> pictures) =>
        pictures.Sum(picture => picture.Counts.Sum(step => (double)step.From * step.Answers)) / pictures.Sum(picture => picture.Counts.Sum(step => step.Answers));
}

/// <summary>What one team's round of the week came to.</summary>
internal sealed record TeamResult(TeamId Team, AreaId Area, LocalizedText Title, Summary Summary);

/// <summary>An area over several teams; <c>Teams</c> is 0 where too few passed for anything to be said.</summary>
internal sealed record OrganisationArea(LocalizedText Title, int Teams, int Answered, int Asked, double? Mean);
