using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The administrator's form and the review before saving.</summary>
internal static class SetupCards
{
    public const int PreviewedSlots = 8;

    public static AdaptiveCard Form(Team team, IReadOnlyCollection<Member> members, SetupForm form, IReadOnlyList<FieldProblem> problems, IReadOnlyList<string>? seen = null, string? problem = null)
    {
        var view = new SetupView
        {
            Team = team.Name,
            Form = form,
            Members = [.. members.Where(member => member.IsPresent).OrderBy(member => member.Name, team.Language.Texts().Alphabet).Select(ToChoice)],
            Problem = problem,
            Problems = problems,
            Data = new ActionData { Team = team.Id.Thread, Seen = seen ?? [.. Settings(team, members, team.Language).Select(setting => setting.Value)] },
        };
        return SetupCard.Render(view, team.Language.Texts());
    }

    public static AdaptiveCard Review(
        Team team, IEnumerable<Member> members, TeamSettings settings, SetupForm form, IEnumerable<ComingRound> coming, IReadOnlyList<string>? seen)
    {
        var view = new ReviewView
        {
            Team = team.Name,
            Rhythm = Rhythm(settings.Schedule, team.Language.Texts()),
            Heads = [.. members.Where(member => settings.Heads.Contains(member.Id)).Select(member => member.Name ?? member.Id.Value)],
            Slots = [.. coming.Take(PreviewedSlots).Select(round => round.ToView(team))],
            Data = new ActionData { Team = team.Id.Thread, Form = form, Seen = seen },
        };
        return ReviewCard.Render(view, team.Language.Texts());
    }

    /// <summary>What holds now, as the form's buttons carry it: the schedule, and last the department heads.</summary>
    public static List<Setting> Settings(Team team, IEnumerable<Member> members, Language reader) =>
        [.. SettingWords.Schedule(team, reader), SettingWords.Heads(members, reader)];

    /// <summary>The form filled with what holds now.</summary>
    public static SetupForm FormOf(Team team, IEnumerable<Member> members) => new()
    {
        OpensOn = team.Schedule.OpensOn.ToString(),
        OpensAt = Time(team.Schedule.OpensAt),
        RemindsOn = team.Schedule.RemindsOn.ToString(),
        RemindsAt = Time(team.Schedule.RemindsAt),
        ClosesOn = team.Schedule.ClosesOn.ToString(),
        ClosesAt = Time(team.Schedule.ClosesAt),
        EveryWeeks = team.Schedule.EveryWeeks.ToString(CultureInfo.InvariantCulture),
        TimeZone = team.Schedule.TimeZoneId,
        Language = team.Language == Language.English ? "en" : "da",
        Heads = string.Join(',', members.Where(member => member.Is(Role.DepartmentHead)).Select(member => member.Id.Value)),
        HeadsAnswer = team.HeadsAnswer ? "true" : "false",
    };

    public static string Rhythm(Schedule schedule, CardTexts texts) => texts.DeskRhythm(
        schedule.EveryWeeks switch { 2 => texts.EverySecondWeek, 4 => texts.EveryFourthWeek, _ => texts.EveryWeek },
        texts.WeeklyMoment(schedule.OpensOn, schedule.OpensAt),
        texts.WeeklyMoment(schedule.RemindsOn, schedule.RemindsAt),
        texts.WeeklyMoment(schedule.ClosesOn, schedule.ClosesAt));

    private static Choice ToChoice(Member member) => new(member.Name ?? member.Id.Value, member.Id.Value);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
