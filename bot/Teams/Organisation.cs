using System.Globalization;
using Microsoft.Extensions.Options;
using ReflectionBot.Questions;

namespace ReflectionBot.Teams;

/// <summary>What the organisation has decided for all its teams. Section <c>Organisation</c>; cards show it as fixed.</summary>
internal sealed class Organisation
{
    public const string Section = "Organisation";

    /// <summary>Entra object ids of those who administer every team of their tenant.</summary>
    public IReadOnlyList<string> Administrators { get; set; } = [];

    /// <summary>Entra object ids of those who get the week over all teams.</summary>
    public IReadOnlyList<string> Leadership { get; set; } = [];

    /// <summary>The language a new team starts with: <c>da</c> or <c>en</c>.</summary>
    public string DefaultLanguage { get; set; } = "da";

    /// <summary>The zone a new team starts with, an IANA id.</summary>
    public string DefaultTimeZone { get; set; } = "Europe/Copenhagen";

    /// <summary>No team may choose a lower threshold.</summary>
    public int ThresholdFloor { get; set; } = Thresholds.Lowest;

    /// <summary>How many days after leaving a team somebody's data there is deleted; 1 to 3,650.</summary>
    public int ForgetLeaversAfterDays { get; set; } = 90;

    /// <summary>Days on which no team is asked anything.</summary>
    public IReadOnlyList<ClosingDays> ClosingDays { get; set; } = [];

    /// <summary>Whom the cards name where something is fixed; free text, such as a name or a department.</summary>
    public string? Contact { get; set; }

    public Language Language => DefaultLanguage == "en" ? Language.English : Language.Danish;

    public bool IsAdministrator(MemberId member) => Administrators.Any(id => MemberId.From(id) == member);

    public bool IsLeader(MemberId member) => Leadership.Any(id => MemberId.From(id) == member);

    public IEnumerable<ClosingPeriod> ClosingPeriods => ClosingDays.Select(days => days.ToPeriod()).OfType<ClosingPeriod>();
}

/// <summary>One entry of <see cref="Organisation.ClosingDays"/>: <c>From</c> and <c>To</c> are <c>yyyy-MM-dd</c>, both included.</summary>
internal sealed class ClosingDays
{
    public string? From { get; set; }

    /// <summary>Absent for a single day.</summary>
    public string? To { get; set; }

    public string? Name { get; set; }

    /// <summary>Null when the dates cannot be read, or lie the wrong way round.</summary>
    public ClosingPeriod? ToPeriod() =>
        Day(From) is { } from && Day(To ?? From) is { } to && from <= to
            ? new ClosingPeriod(from, to, Name is null ? null : new LocalizedText(Name, Name))
            : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>k: how many answers it takes before anything but participation is shown.</summary>
internal static class Thresholds
{
    public const int Lowest = 3;
    public const int Highest = 25;
    public const int Default = 5;
}

/// <summary>Stops the start with the key and what it may be.</summary>
internal sealed class OrganisationValidator : IValidateOptions<Organisation>
{
    public ValidateOptionsResult Validate(string? name, Organisation options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(Organisation organisation)
    {
        if (organisation.Administrators.Any(id => MemberId.From(id) is null))
            yield return "Organisation:Administrators must be Entra object ids, such as 00000000-0000-0000-0000-000000000000.";
        if (organisation.Leadership.Any(id => MemberId.From(id) is null))
            yield return "Organisation:Leadership must be Entra object ids, such as 00000000-0000-0000-0000-000000000000.";
        if (organisation.DefaultLanguage is not ("da" or "en"))
            yield return "Organisation:DefaultLanguage must be da or en.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(organisation.DefaultTimeZone, out _))
            yield return "Organisation:DefaultTimeZone must be an IANA time zone, such as Europe/Copenhagen.";
        if (organisation.ThresholdFloor is < Thresholds.Lowest or > Thresholds.Highest)
            yield return "Organisation:ThresholdFloor must be between 3 and 25.";
        if (organisation.ForgetLeaversAfterDays is < 1 or > 3_650)
            yield return "Organisation:ForgetLeaversAfterDays must be between 1 and 3650.";
        if (organisation.ClosingDays.Any(days => days.ToPeriod() is null))
            yield return "Organisation:ClosingDays must have From and To as yyyy-MM-dd, with To not before From.";
    }
}
