using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Options;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Threshold, names and retention. What is saved takes effect from the next round; an open one keeps its promise.</summary>
internal sealed class PrivacyHandler(Access access, SettingsDesk settings, IOptions<Organisation> organisation) : ICardActionHandler
{
    public static readonly FrozenSet<int> Retentions = FrozenSet.Create(3, 6, 12, 24, 36, 60);

    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.PrivacyShow, Cards.Verbs.PrivacySave];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var (administrator, refusal) = await access.AdministratorAsync(caller, action.Team, cancellationToken);
        if (administrator is not { Team: var team, Member: var by })
            return refusal!;
        return action.Verb is Cards.Verbs.PrivacySave
            ? await SaveAsync(team, by.Id, action, cancellationToken)
            : Show(team, View(team));
    }

    private async Task<ActionReply> SaveAsync(Team team, MemberId by, CardAction action, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var typed = View(team) with
        {
            Threshold = action[Fields.Threshold],
            OffersNamed = action[Fields.OffersNamed] == "true",
            Shares = action[Fields.Shares],
            Retention = action[Fields.Retention],
        };
        var threshold = Whole(typed.Threshold);
        var retention = Whole(typed.Retention);
        if (threshold is not { } k || k < organisation.Value.ThresholdFloor || k > Thresholds.Highest)
            return Show(team, typed with { Problems = [new(Fields.Threshold, texts.ErrorThreshold(organisation.Value.ThresholdFloor, Thresholds.Highest))] });
        if (!Enum.GetNames<SummarySharing>().Contains(typed.Shares, StringComparer.Ordinal))
            return Show(team, typed with { Problem = texts.ErrorChoice });
        if (retention is not { } months || !Retentions.Contains(months))
            return Show(team, typed with { Problems = [new(Fields.Retention, texts.ErrorChoice)] });

        var outcome = await settings.SaveAsync(
            team.Id, by, AuditAct.PrivacyChanged, action.Seen, SettingWords.Privacy,
            now => now with { Threshold = k, OffersNamed = typed.OffersNamed, Shares = Enum.Parse<SummarySharing>(typed.Shares!), RetentionMonths = months }, cancellationToken);
        return Show(team, outcome.Meanwhile.Count > 0
            ? typed with { Problem = texts.SettingsMoved(texts.List([.. outcome.Meanwhile.Select(one => one.In(texts))])), Data = View(outcome.Team!).Data }
            : View(outcome.Team ?? team) with { Done = texts.SettingsSaved });
    }

    private static ActionReply Show(Team team, PrivacyView view) => ActionReply.Show(PrivacyCard.Render(view, team.Language.Texts()));

    private PrivacyView View(Team team)
    {
        var texts = team.Language.Texts();
        var floor = organisation.Value.ThresholdFloor;
        return new PrivacyView
        {
            Team = team.Name,
            Threshold = Math.Max(team.Threshold, floor).ToString(CultureInfo.InvariantCulture),
            LowestThreshold = floor,
            HighestThreshold = Thresholds.Highest,
            Floor = floor > Thresholds.Lowest ? Fixed(texts.ThresholdFloor(floor), texts) : null,
            OffersNamed = team.OffersNamed,
            Shares = team.Shares.ToString(),
            Retention = team.RetentionMonths.ToString(CultureInfo.InvariantCulture),
            RetentionChoices = [.. Retentions.Order()],
            Data = new ActionData { Team = team.Id.Thread, Seen = [.. SettingWords.Privacy(team, team.Language).Select(setting => setting.Value)] },
        };
    }

    private string Fixed(string line, CardTexts texts) =>
        organisation.Value.Contact is { Length: > 0 } contact ? texts.FixedAsk(line.TrimEnd('.'), contact) : line;

    private static int? Whole(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
