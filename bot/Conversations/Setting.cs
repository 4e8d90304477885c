using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>One setting in the administrator's own words: for the log, and for telling what changed meanwhile.</summary>
internal sealed record Setting(string Label, string Value);

/// <summary>A setting that was one thing and is now another.</summary>
internal sealed record Difference(string Label, string From, string To)
{
    public string In(CardTexts texts) => texts.ChangedFromTo(Label, From, To);

    public AuditEntry ToEntry(AuditAct act, MemberId by) => new(act, by, Label, From, To);
}

/// <summary>What an administrator can decide, a card's worth at a time.</summary>
internal static class SettingWords
{
    private const int ShortText = 60;

    public static List<Setting> Schedule(Team team, Language reader)
    {
        var texts = reader.Texts();
        var schedule = team.Schedule;
        return
        [
            new(texts.SettingRunning, YesNo(team.RunsFrom is not null, texts)),
            new(texts.SettingOpens, texts.WeeklyMoment(schedule.OpensOn, schedule.OpensAt)),
            new(texts.SettingReminds, texts.WeeklyMoment(schedule.RemindsOn, schedule.RemindsAt)),
            new(texts.SettingCloses, texts.WeeklyMoment(schedule.ClosesOn, schedule.ClosesAt)),
            new(texts.SettingEvery, schedule.EveryWeeks switch { 2 => texts.EverySecondWeek, 4 => texts.EveryFourthWeek, _ => texts.EveryWeek }),
            new(texts.SettingZone, schedule.TimeZoneId),
            new(texts.SettingLanguage, team.Language == Language.English ? "English" : "Dansk"),
            new(texts.SettingHeadsAnswer, YesNo(team.HeadsAnswer, texts)),
        ];
    }

    public static Setting Heads(IEnumerable<Member> members, Language reader)
    {
        var texts = reader.Texts();
        List<string> heads = [.. members.Where(member => member.Is(Role.DepartmentHead)).Select(member => member.Name ?? texts.SomeLeader).Order(texts.Alphabet)];
        return new Setting(texts.SettingHeads, heads.Count > 0 ? texts.List(heads) : texts.Nobody);
    }

    public static List<Setting> Calendar(Team team, Language reader)
    {
        var texts = reader.Texts();
        var calendar = team.Calendar;
        return
        [
            new(texts.SettingPolicy, calendar.Policy == ClosedDayPolicy.Skip ? texts.ClosedDaysSkip : texts.ClosedDaysMove),
            new(texts.SettingHolidays, ListOrNone(CalendarCards.Holidays(texts).Where(choice => calendar.OptionalHolidays.HasFlag(choice.Holiday)).Select(choice => choice.Title), texts)),
        ];
    }

    public static List<Setting> ClosingDays(Team team, Language reader)
    {
        var texts = reader.Texts();
        return [new(texts.SettingClosingDays, ListOrNone(team.Calendar.ClosingPeriods.Select(period => CalendarCards.Say(period, reader)), texts))];
    }

    public static List<Setting> Privacy(Team team, Language reader)
    {
        var texts = reader.Texts();
        return
        [
            new(texts.SettingThreshold, texts.Whole(team.Threshold)),
            new(texts.SettingNamed, YesNo(team.OffersNamed, texts)),
            new(texts.SettingShares, team.Shares switch { SummarySharing.Leaders => texts.SharesLeaders, SummarySharing.Channel => texts.SharesChannel, _ => texts.SharesNo }),
            new(texts.SettingRetention, texts.Months(team.RetentionMonths)),
        ];
    }

    /// <summary>As many lines whatever there is, so that two of these can be laid side by side.</summary>
    public static Func<Team, Language, List<Setting>> Questions(Catalogue catalogue) => (team, reader) =>
    {
        var texts = reader.Texts();
        var settings = team.Questions;
        return
        [
            new(texts.SettingPacks, ListOrNone(catalogue.Packs.Where(pack => settings.PacksOn?.Contains(pack.Id) ?? pack.EnabledByDefault).Select(pack => pack.Title.In(reader)), texts)),
            new(texts.SettingAreasOff, ListOrNone(settings.AreasOff.Select(area => Title(catalogue, area, reader)), texts)),
            new(texts.SettingQuestionsOff, ListOrNone(settings.QuestionsOff.Select(question => Short(Text(catalogue, settings, question, reader))), texts)),
            new(texts.SettingPins, ListOrNone(settings.Pins.Select(pin => Short(Text(catalogue, settings, pin.Question, reader))), texts)),
            .. Enumerable.Range(0, QuestionSettings.MostOwn).Select(index => new Setting(texts.SettingOwn(index + 1), Own(settings, index, reader))),
        ];
    };

    public static List<Difference> Between(IReadOnlyList<Setting> before, IReadOnlyList<Setting> after) =>
        [.. before.Zip(after).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => new Difference(pair.First.Label, pair.First.Value, pair.Second.Value))];

    private static string Own(QuestionSettings settings, int index, Language reader)
    {
        if (index >= settings.Own.Count)
            return "–";
        var own = settings.Own[index];
        var text = Short(own.Question.Text.In(reader));
        return own.IsRetired ? reader.Texts().OwnRetired(text) : text;
    }

    private static string Title(Catalogue catalogue, AreaId area, Language reader) =>
        catalogue.Packs.SelectMany(pack => pack.Areas).FirstOrDefault(one => one.Id == area)?.Title.In(reader) ?? reader.Texts().OwnTitle;

    private static string Text(Catalogue catalogue, QuestionSettings settings, QuestionId id, Language reader) =>
        (catalogue.Find(id)?.Question ?? settings.Own.FirstOrDefault(own => own.Question.Id == id)?.Question)?.Text.In(reader) ?? id.Value;

    private static string Short(string text) => text.Length <= ShortText ? text : text[..(ShortText - 1)].TrimEnd() + "…";

    private static string YesNo(bool value, CardTexts texts) => value ? texts.Yes : texts.No;

    private static string ListOrNone(IEnumerable<string> values, CardTexts texts)
    {
        List<string> all = [.. values];
        return all.Count > 0 ? texts.List(all) : texts.ClosingDaysNone;
    }
}
