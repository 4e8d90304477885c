using System.Globalization;
using ReflectionBot.Delivery;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>Every reason there is to send somebody a card. A reason that is not here is forgotten when somebody's data is deleted.</summary>
internal static class Batches
{
    public static BatchId Prompt(RoundId round) => Of(round, "prompt");

    public static BatchId Reminder(RoundId round) => Of(round, "reminder");

    /// <summary>Those who wanted to be asked again, each by themselves: the batch holds the newest card of each.</summary>
    public static BatchId Waking(RoundId round) => Of(round, "snooze");

    public static BatchId Summary(RoundId round) => Of(round, "summary");

    /// <summary><paramref name="with"/> is <see cref="Cards.ShareCard.Leaders"/> or <see cref="Cards.ShareCard.Channel"/>.</summary>
    public static BatchId Shared(RoundId round, string with) => Of(round, "shared-" + with);

    public static BatchId Greeting(TeamId team) => Of(team, "greeting");

    public static BatchId Setup(TeamId team) => Of(team, "setup");

    public static BatchId Removed(TeamId team) => Of(team, "removed");

    public static BatchId Welcome(string tenant, MemberId member) => new(tenant, "welcome|" + member);

    public static BatchId Organisation(string tenant, SlotId slot) => new(tenant, string.Create(CultureInfo.InvariantCulture, $"organisation|{slot}"));

    /// <summary>All that one round can send.</summary>
    public static IReadOnlyList<BatchId> All(RoundId round) =>
    [
        Prompt(round), Reminder(round), Waking(round), Summary(round), Shared(round, Cards.ShareCard.Leaders), Shared(round, Cards.ShareCard.Channel),
    ];

    /// <summary>All that a team can send beside its rounds.</summary>
    public static IReadOnlyList<BatchId> All(TeamId team) => [Greeting(team), Setup(team), Removed(team)];

    private static BatchId Of(RoundId round, string what) => Of(round.Team, $"{round.Slot}|{what}");

    private static BatchId Of(TeamId team, string what) => new(team.Tenant, team.Thread + "|" + what);
}
