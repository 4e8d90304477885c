using System.Globalization;
using Microsoft.Extensions.Options;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The calendar as an administrator sees it, with the weeks that follow from it.</summary>
internal sealed class CalendarCards(RoundStore rounds, RoundPlanner planner, IOptions<Organisation> organisation, TimeProvider time)
{
    public static (OptionalHolidays Holiday, string Title)[] Holidays(CardTexts texts) =>
    [
        (OptionalHolidays.ConstitutionDay, texts.HolidayConstitution),
        (OptionalHolidays.ChristmasEve, texts.HolidayChristmasEve),
        (OptionalHolidays.NewYearsEve, texts.HolidayNewYearsEve),
    ];

    /// <summary>"Efterårsferie: 12. oktober 2026 – 16. oktober 2026".</summary>
    public static string Say(ClosingPeriod period, Language language)
    {
        var texts = language.Texts();
        var days = period.From == period.To ? texts.Date(period.From) : texts.ClosedRange(texts.Date(period.From), texts.Date(period.To));
        return period.Name is { } name ? texts.NamedDays(name.In(language), days) : days;
    }

    public static string Key(ClosingPeriod period) => period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<AdaptiveCard> RenderAsync(Team team, CalendarAnswer answer, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(team.Local(now).Date);
        return CalendarCard.Render(
            new CalendarView
            {
                Team = team.Name,
                Done = answer.Done,
                Problem = answer.Problem,
                Policy = answer.Policy ?? (team.Calendar.Policy == ClosedDayPolicy.Skip ? CalendarCard.Skip : CalendarCard.Move),
                Holidays = answer.Holidays ?? string.Join(',', Holidays(texts).Where(choice => team.Calendar.OptionalHolidays.HasFlag(choice.Holiday)).Select(choice => choice.Holiday)),
                OptionalHolidays = [.. Holidays(texts).Select(choice => new Choice(choice.Title, choice.Holiday.ToString()))],
                Fixed = [.. organisation.Value.ClosingPeriods.Where(period => period.To >= today).OrderBy(period => period.From).Select(period => Fixed(period, team.Language))],
                Periods = [.. team.Calendar.ClosingPeriods.Where(period => period.To >= today).Select(period => new PeriodView(Key(period), Say(period, team.Language)))],
                Typed = answer.Typed ?? new PeriodFields(null, null, null, null),
                PeriodProblem = answer.PeriodProblem,
                Slots = team.IsRunning ? [.. planner.From(team, past, now).Take(SetupCards.PreviewedSlots).Select(coming => coming.ToView(team))] : [],
                Data = new ActionData { Team = team.Id.Thread, Seen = [.. SettingWords.Calendar(team, team.Language).Select(setting => setting.Value)] },
            },
            texts);
    }

    private string Fixed(ClosingPeriod period, Language language)
    {
        var line = language.Texts().FixedByOrganisation(Say(period, language));
        return organisation.Value.Contact is { Length: > 0 } contact ? language.Texts().FixedAsk(line, contact) : line;
    }
}

/// <summary>What a button on the calendar led to; the fields as typed where they are to be mended.</summary>
internal sealed record CalendarAnswer
{
    public string? Done { get; init; }

    public string? Problem { get; init; }

    public string? Policy { get; init; }

    public string? Holidays { get; init; }

    public PeriodFields? Typed { get; init; }

    public string? PeriodProblem { get; init; }
}
