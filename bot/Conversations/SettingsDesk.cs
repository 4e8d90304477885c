using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>
/// Saves a card's worth of settings: written down in the log, and never over a change that the administrator has not seen.
/// The words of the settings are what is compared, so whatever else happened to the team's row is no conflict.
/// </summary>
internal sealed class SettingsDesk(TeamStore teams, AuditLog audit, TeamChanges changes)
{
    /// <param name="seen">The values the card showed; null from a card that showed none, which then holds whatever is.</param>
    public async Task<SettingsOutcome> SaveAsync(
        TeamId id, MemberId by, AuditAct act, IReadOnlyList<string>? seen,
        Func<Team, Language, List<Setting>> words, Func<Team, Team> change, CancellationToken cancellationToken)
    {
        while (await teams.FindAsync(id, cancellationToken) is { } team)
        {
            var changed = change(team);
            var before = words(team, team.Language);
            var differences = SettingWords.Between(before, words(changed, team.Language));
            if (differences.Count == 0)
                return new SettingsOutcome(team, []);
            if (Unseen(before, seen) is { Count: > 0 } meanwhile)
                return new SettingsOutcome(team, meanwhile);
            if (!await teams.TryUpdateAsync(changed, cancellationToken))
                continue;

            await audit.WriteAsync(id, [.. differences.Select(difference => difference.ToEntry(act, by))], cancellationToken);
            changes.Raise(id);
            return new SettingsOutcome(changed, []);
        }

        return new SettingsOutcome(null, []);
    }

    /// <summary>What has become of the settings since a card showed them.</summary>
    public static List<Difference> Unseen(List<Setting> now, IReadOnlyList<string>? seen) =>
        seen is null || seen.Count != now.Count
            ? []
            : SettingWords.Between([.. now.Zip(seen, (setting, value) => setting with { Value = value })], now);
}

/// <summary>
/// The team as it is now, null when it is gone; <c>Meanwhile</c> is what somebody else changed, and then nothing was saved.
/// </summary>
internal sealed record SettingsOutcome(Team? Team, IReadOnlyList<Difference> Meanwhile);
