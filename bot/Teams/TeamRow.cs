using System.Globalization;
using System.Text.Json;
using ReflectionBot.Questions;
using ReflectionBot.Tables;

namespace ReflectionBot.Teams;

/// <summary>How a team is stored: weekdays by their English names, times as <c>HH:mm</c>, dates as <c>yyyy-MM-dd</c>.</summary>
internal static class TeamRow
{
    private const string Time = "HH:mm";
    private const string Date = "yyyy-MM-dd";

    private const string Own = "Own";

    public static TableEntity Write(Team team)
    {
        var row = WriteSettings(team);
        foreach (var (own, index) in team.Questions.Own.Select((own, index) => (own, index)))
            row[Own + index.ToString("D2", CultureInfo.InvariantCulture)] = JsonSerializer.Serialize(own, TeamJson.Default.OwnQuestion);
        return row;
    }

    private static TableEntity WriteSettings(Team team) => new(team.Id.Tenant, team.Id.Thread)
    {
        ["Name"] = team.Name,
        ["ServiceUrl"] = team.ServiceUrl.AbsoluteUri,
        ["BotId"] = team.BotId,
        ["IsInstalled"] = team.IsInstalled,
        ["IsGreeted"] = team.IsGreeted,
        ["RunsFrom"] = team.RunsFrom,
        ["OpensOn"] = team.Schedule.OpensOn.ToString(),
        ["OpensAt"] = team.Schedule.OpensAt.ToString(Time, CultureInfo.InvariantCulture),
        ["RemindsOn"] = team.Schedule.RemindsOn.ToString(),
        ["RemindsAt"] = team.Schedule.RemindsAt.ToString(Time, CultureInfo.InvariantCulture),
        ["ClosesOn"] = team.Schedule.ClosesOn.ToString(),
        ["ClosesAt"] = team.Schedule.ClosesAt.ToString(Time, CultureInfo.InvariantCulture),
        ["EveryWeeks"] = team.Schedule.EveryWeeks,
        ["TimeZone"] = team.Schedule.TimeZoneId,
        ["Anchor"] = team.Schedule.Anchor.ToString(),
        ["Language"] = team.Language.ToString(),
        ["Threshold"] = team.Threshold,
        ["HeadsAnswer"] = team.HeadsAnswer,
        ["PausedUntil"] = team.PausedUntil?.ToString(Date, CultureInfo.InvariantCulture),
        ["Questions"] = JsonSerializer.Serialize(team.Questions with { Own = [] }, TeamJson.Default.QuestionSettings),
        ["OffersNamed"] = team.OffersNamed,
        ["Shares"] = team.Shares.ToString(),
        ["RetentionMonths"] = team.RetentionMonths,
        ["Calendar"] = JsonSerializer.Serialize(team.Calendar, TeamJson.Default.TeamCalendar),
    };

    public static Team Read(TableEntity row) => new()
    {
        Id = new TeamId(row.PartitionKey, row.RowKey),
        Name = row.GetString("Name") ?? string.Empty,
        ServiceUrl = new Uri(row.GetString("ServiceUrl")!),
        BotId = row.GetString("BotId")!,
        IsInstalled = row.GetBoolean("IsInstalled") ?? false,
        IsGreeted = row.GetBoolean("IsGreeted") ?? false,
        RunsFrom = row.GetDateTimeOffset("RunsFrom"),
        Schedule = ReadSchedule(row),
        Language = Enum.Parse<Language>(row.GetString("Language")!),
        Threshold = row.GetInt32("Threshold")!.Value,
        HeadsAnswer = row.GetBoolean("HeadsAnswer") ?? false,
        PausedUntil = Day(row, "PausedUntil"),
        Questions = ReadQuestions(row),
        OffersNamed = row.GetBoolean("OffersNamed") ?? true,
        Shares = Enum.TryParse<SummarySharing>(row.GetString("Shares"), out var shares) ? shares : SummarySharing.No,
        RetentionMonths = row.GetInt32("RetentionMonths") ?? Team.UsualRetentionMonths,
        Calendar = row.GetString("Calendar") is { } calendar ? JsonSerializer.Deserialize(calendar, TeamJson.Default.TeamCalendar)! : new(),
        ETag = row.ETag,
    };

    // A property for each own question: all of them in one would outgrow it.
    private static QuestionSettings ReadQuestions(TableEntity row)
    {
        var settings = row.GetString("Questions") is { } stored ? JsonSerializer.Deserialize(stored, TeamJson.Default.QuestionSettings)! : new();
        var own = Enumerable.Range(0, QuestionSettings.MostOwn)
            .Select(index => row.GetString(Own + index.ToString("D2", CultureInfo.InvariantCulture)))
            .OfType<string>()
            .Select(text => JsonSerializer.Deserialize(text, TeamJson.Default.OwnQuestion)!);
        return settings with { Own = [.. own] };
    }

    private static Schedule ReadSchedule(TableEntity row) => new()
    {
        OpensOn = Enum.Parse<DayOfWeek>(row.GetString("OpensOn")!),
        OpensAt = At(row, "OpensAt"),
        RemindsOn = Enum.Parse<DayOfWeek>(row.GetString("RemindsOn")!),
        RemindsAt = At(row, "RemindsAt"),
        ClosesOn = Enum.Parse<DayOfWeek>(row.GetString("ClosesOn")!),
        ClosesAt = At(row, "ClosesAt"),
        EveryWeeks = row.GetInt32("EveryWeeks")!.Value,
        TimeZoneId = row.GetString("TimeZone")!,
        Anchor = SlotId.Parse(row.GetString("Anchor")!),
    };

    private static TimeOnly At(TableEntity row, string name) =>
        TimeOnly.ParseExact(row.GetString(name)!, Time, CultureInfo.InvariantCulture);

    private static DateOnly? Day(TableEntity row, string name) =>
        row.GetString(name) is { } day ? DateOnly.ParseExact(day, Date, CultureInfo.InvariantCulture) : null;
}
