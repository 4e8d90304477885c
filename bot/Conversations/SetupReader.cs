using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Reads the set-up form into settings, or says beside which field what is wrong. Pure; a form is whatever a client sent.</summary>
internal sealed class SetupReader(SetupForm form, IReadOnlyList<Member> members, CardTexts texts)
{
    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>Null when there are <see cref="Problems"/>.</summary>
    public TeamSettings? Read()
    {
        var schedule = new Schedule
        {
            OpensOn = Day(Fields.OpensOn, form.OpensOn),
            OpensAt = Time(Fields.OpensAt, form.OpensAt),
            RemindsOn = Day(Fields.RemindsOn, form.RemindsOn),
            RemindsAt = Time(Fields.RemindsAt, form.RemindsAt),
            ClosesOn = Day(Fields.ClosesOn, form.ClosesOn),
            ClosesAt = Time(Fields.ClosesAt, form.ClosesAt),
            EveryWeeks = int.TryParse(form.EveryWeeks, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) ? weeks : 0,
            TimeZoneId = form.TimeZone ?? string.Empty,
        };
        var language = ReadLanguage();
        var heads = ReadHeads();
        // What is wrong by itself is said at once; the order of the week only when its days and times are known.
        var isKnown = _problems.Count == 0;
        _problems.AddRange(schedule.Validate()
            .Where(problem => isKnown || problem is ScheduleProblem.UnknownTimeZone or ScheduleProblem.UnknownInterval)
            .Select(Say));
        return _problems.Count == 0 ? new TeamSettings(schedule, language, heads, form.HeadsAnswer == "true") : null;
    }

    private FieldProblem Say(ScheduleProblem problem) => problem switch
    {
        ScheduleProblem.ReminderNotAfterOpening => new(Fields.RemindsOn, texts.ErrorReminderOrder),
        ScheduleProblem.ClosingNotAfterReminder => new(Fields.ClosesOn, texts.ErrorCloseOrder),
        ScheduleProblem.UnknownTimeZone => new(Fields.TimeZone, texts.ErrorZone),
        ScheduleProblem.UnknownInterval => new(Fields.EveryWeeks, texts.ErrorInterval),
        _ => new(Fields.OpensOn, texts.ErrorNight),
    };

    private DayOfWeek Day(string field, string? text)
    {
        // Exactly its name: .NET would also read "1", and "Monday, Tuesday" as Wednesday.
        if (Enum.TryParse<DayOfWeek>(text, out var day) && Enum.IsDefined(day) && day.ToString() == text)
            return day;
        _problems.Add(new FieldProblem(field, texts.ErrorDay));
        return default;
    }

    private TimeOnly Time(string field, string? text)
    {
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            _problems.Add(new FieldProblem(field, texts.ErrorTime));
        else if (ScheduleRules.InTheNight(time))
            _problems.Add(new FieldProblem(field, texts.ErrorNight));
        return time;
    }

    private Language ReadLanguage()
    {
        if (form.Language is not ("da" or "en"))
            _problems.Add(new FieldProblem(Fields.Language, texts.ErrorLanguage));
        return form.Language == "en" ? Language.English : Language.Danish;
    }

    // A people picker answers with Entra ids, some clients with the connector's own; anyone else is not a member.
    private HashSet<MemberId> ReadHeads()
    {
        var named = (form.Heads ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var heads = members
            .Where(member => member.IsPresent && named.Any(name => name == member.UserId || name.Equals(member.Id.Value, StringComparison.OrdinalIgnoreCase)))
            .Select(member => member.Id)
            .ToHashSet();
        if (heads.Count == 0 || heads.Count < named.Distinct(StringComparer.OrdinalIgnoreCase).Count())
            _problems.Add(new FieldProblem(Fields.Heads, texts.ErrorHeads));
        return heads;
    }
}

/// <summary>What an administrator decides in the set-up form.</summary>
internal sealed record TeamSettings(Schedule Schedule, Language Language, IReadOnlySet<MemberId> Heads, bool HeadsAnswer);
