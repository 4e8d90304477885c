using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>What a person decides about themselves: language, reminders, a pause. No administrator has a say in it.</summary>
internal sealed class OwnHandler(Access access, Roster roster, TeamMembership membership, TimeProvider time) : ICardActionHandler
{
    private const int LongestPauseDays = 366;

    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.OwnShow, Cards.Verbs.OwnSave, Cards.Verbs.DataComeBack];

    public Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken) => action.Verb switch
    {
        Cards.Verbs.OwnSave => SaveAsync(caller, action, cancellationToken),
        Cards.Verbs.DataComeBack => ComeBackAsync(caller, cancellationToken),
        _ => ShowAsync(caller, cancellationToken),
    };

    public async Task<ActionReply> ShowAsync(Caller caller, CancellationToken cancellationToken) =>
        Show(await access.PersonAsync(caller, cancellationToken), null, null);

    private async Task<ActionReply> SaveAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var before = await access.PersonAsync(caller, cancellationToken);
        var today = before.Day(time.GetUtcNow());
        if (before.Own.IsStopped)
            return Show(before, null, null);
        if (!TryLanguage(action[Fields.MyLanguage], out var language))
            return Show(before, null, before.Texts.ErrorLanguage);
        if (!TryPause(action[Fields.MyPause], today, out var until))
            return Show(before, null, before.Texts.ErrorMyPause);

        var silent = action[Fields.MyReminders] == "false";
        await roster.ChooseAsync(
            caller.Tenant, caller.Member, own => own with { Language = language, NoReminders = silent, PausedUntil = until }, cancellationToken);
        var after = await access.PersonAsync(caller, cancellationToken);
        return Show(after, after.Texts.MyChoicesSaved, null);
    }

    // Their name went with their data; Teams tells it again.
    private async Task<ActionReply> ComeBackAsync(Caller caller, CancellationToken cancellationToken)
    {
        await roster.ChooseAsync(caller.Tenant, caller.Member, own => own with { IsStopped = false }, cancellationToken);
        foreach (var (team, _) in await access.AllAsync(caller, cancellationToken))
        {
            if (team.IsInstalled)
                await membership.RefreshAsync(team, cancellationToken);
        }

        var person = await access.PersonAsync(caller, cancellationToken);
        return Show(person, person.Texts.CameBack, null);
    }

    private ActionReply Show(Person person, string? done, string? problem)
    {
        if (person.Team is null)
            return ActionReply.Say(person.Texts.NoTeam);

        var own = person.Own;
        var view = new OwnChoicesView
        {
            Done = done,
            Problem = problem,
            Language = own.Language?.ToString(),
            Reminders = !own.NoReminders,
            PausedUntil = own.IsPausedOn(person.Day(time.GetUtcNow())) ? own.PausedUntil : null,
            IsStopped = own.IsStopped,
        };
        return ActionReply.Show(OwnCards.Choices(view, person.Texts));
    }

    private static bool TryLanguage(string? typed, out Language? language)
    {
        language = typed switch
        {
            nameof(Language.Danish) => Language.Danish,
            nameof(Language.English) => Language.English,
            _ => null,
        };
        return language is not null || typed is null or OwnCards.TeamLanguage;
    }

    private static bool TryPause(string? typed, DateOnly today, out DateOnly? until)
    {
        until = DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return string.IsNullOrWhiteSpace(typed) || (until > today && until <= today.AddDays(LongestPauseDays));
    }
}
