using ReflectionBot.Cards;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Days off: the policy and the optional holidays are saved together, closing periods one by one.</summary>
internal sealed class CalendarHandler(Access access, CalendarCards cards, SettingsDesk settings, TimeProvider time) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [Cards.Verbs.CalendarShow, Cards.Verbs.CalendarSave, Cards.Verbs.CalendarAdd, Cards.Verbs.CalendarRemove];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var (administrator, refusal) = await access.AdministratorAsync(caller, action.Team, cancellationToken);
        if (administrator is not { Team: var team, Member: var by })
            return refusal!;

        return action.Verb switch
        {
            Cards.Verbs.CalendarSave => await SaveAsync(team, by.Id, action, cancellationToken),
            Cards.Verbs.CalendarAdd => await AddAsync(team, by.Id, action, cancellationToken),
            Cards.Verbs.CalendarRemove => await RemoveAsync(team, by.Id, action.About, cancellationToken),
            _ => await ShowAsync(team, new CalendarAnswer(), cancellationToken),
        };
    }

    private async Task<ActionReply> SaveAsync(Team team, MemberId by, CardAction action, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var (policy, typed) = (action[Fields.ClosedDays], action[Fields.Holidays] ?? string.Empty);
        if (policy is not (CalendarCard.Move or CalendarCard.Skip) || Holidays(typed) is not { } holidays)
            return await ShowAsync(team, new CalendarAnswer { Problem = texts.ErrorChoice }, cancellationToken);

        var outcome = await settings.SaveAsync(
            team.Id, by, AuditAct.CalendarChanged, action.Seen, SettingWords.Calendar,
            now => now with
            {
                Calendar = now.Calendar with
                {
                    Policy = policy == CalendarCard.Skip ? ClosedDayPolicy.Skip : ClosedDayPolicy.MoveWithinWeek,
                    OptionalHolidays = holidays,
                },
            },
            cancellationToken);
        var answer = outcome.Meanwhile.Count > 0
            ? new CalendarAnswer { Problem = texts.SettingsMoved(texts.List([.. outcome.Meanwhile.Select(one => one.In(texts))])), Policy = policy, Holidays = typed }
            : new CalendarAnswer { Done = texts.SettingsSaved };
        return await ShowAsync(outcome.Team ?? team, answer, cancellationToken);
    }

    private async Task<ActionReply> AddAsync(Team team, MemberId by, CardAction action, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var typed = new PeriodFields(action[Fields.ClosedFrom], action[Fields.ClosedTo], action[Fields.ClosedWeek], action[Fields.ClosedName]);
        var today = DateOnly.FromDateTime(team.Local(time.GetUtcNow()).Date);
        var (period, problem) = PeriodReader.Read(typed, team.Calendar, today, team.Language);
        if (period is not null && team.Calendar.ClosingPeriods.Contains(period))
            return await ShowAsync(team, new CalendarAnswer { Done = texts.SettingsSaved }, cancellationToken);
        if (period is null)
            return await ShowAsync(team, new CalendarAnswer { Typed = typed, PeriodProblem = problem }, cancellationToken);

        var outcome = await settings.SaveAsync(
            team.Id, by, AuditAct.CalendarChanged, seen: null, SettingWords.ClosingDays,
            now => PeriodReader.Read(typed, now.Calendar, today, now.Language).Period is null
                ? now
                : With(now, now.Calendar.ClosingPeriods.Append(period)),
            cancellationToken);
        return await ShowAsync(outcome.Team ?? team, new CalendarAnswer { Done = texts.SettingsSaved }, cancellationToken);
    }

    // Two administrators can remove, or one thrice: what is gone is gone.
    private async Task<ActionReply> RemoveAsync(Team team, MemberId by, string? item, CancellationToken cancellationToken)
    {
        var outcome = await settings.SaveAsync(
            team.Id, by, AuditAct.CalendarChanged, seen: null, SettingWords.ClosingDays,
            now => With(now, now.Calendar.ClosingPeriods.Where(period => CalendarCards.Key(period) != item)),
            cancellationToken);
        return await ShowAsync(outcome.Team ?? team, new CalendarAnswer { Done = team.Language.Texts().SettingsSaved }, cancellationToken);
    }

    private static Team With(Team team, IEnumerable<ClosingPeriod> periods) =>
        team with { Calendar = team.Calendar with { ClosingPeriods = [.. periods.OrderBy(period => period.From)] } };

    // Null for anything but a list of the names there are.
    private static OptionalHolidays? Holidays(string typed)
    {
        var chosen = OptionalHolidays.None;
        foreach (var name in typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<OptionalHolidays>(name, out var holiday) || !Enum.IsDefined(holiday) || holiday.ToString() != name)
                return null;
            chosen |= holiday;
        }

        return chosen;
    }

    private async Task<ActionReply> ShowAsync(Team team, CalendarAnswer answer, CancellationToken cancellationToken) =>
        ActionReply.Show(await cards.RenderAsync(team, answer, cancellationToken));
}
