using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>From the domain's words to what a card shows, in one language.</summary>
internal static class Reading
{
    public static CardTexts Texts(this Language language) =>
        language == Language.English ? CardTexts.English : CardTexts.Danish;

    public static QuestionView In(this Question question, Language language) =>
        new(Enum.Parse<QuestionKind>(question.Type.ToString()), question.Text.In(language), question.Probe.In(language))
        {
            Low = question.Low?.In(language),
            High = question.High?.In(language),
            Unit = question.Unit?.In(language),
            Min = question.Min,
            Max = question.Max,
        };

    /// <summary>The team as this person reads it: in their own language, where they have chosen one.</summary>
    public static Team For(this Team team, Member member) => team with { Language = member.Own.Language ?? team.Language };

    /// <summary>As the prompt's field has it.</summary>
    public static string Choice(this Visibility visibility) => visibility switch
    {
        Visibility.Named => VisibilityChoice.Named,
        Visibility.Private => VisibilityChoice.Private,
        _ => VisibilityChoice.Anonymous,
    };

    /// <summary>The instant by the team's clock.</summary>
    public static DateTimeOffset Local(this Team team, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, team.Zone);

    public static ActionData Data(this RoundId round) => new() { Team = round.Team.Thread, Slot = round.Slot.ToString() };

    public static SlotView ToView(this ComingRound coming, Team team)
    {
        var texts = team.Language.Texts();
        return new SlotView(
            team.Local(coming.Slot.OpensAt),
            coming.Question?.Title.In(team.Language),
            coming.Question?.Question.Text.In(team.Language),
            coming.Slot.Skipped is { } skipped ? texts.SkippedBecause(Reason(skipped, team.Language))
                : coming.Slot.OpeningMovedFrom is { } moved ? texts.MovedBecause(Reason(moved, team.Language))
                : null);
    }

    public static string Reason(SkipReason reason, Language language) => reason.Kind switch
    {
        SkipKind.Paused => language.Texts().ReasonPaused,
        SkipKind.Closed when reason.Day is { } day => Reason(day, language),
        _ => language.Texts().ReasonNoRoom,
    };

    private static string Reason(ClosedDay day, Language language) => day.Name?.In(language) ?? language.Texts().ReasonClosed;
}
