using ReflectionBot.Connector;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Members come and go, and teams are renamed and deleted.</summary>
internal sealed class RosterHandler(TeamMembership membership, InstallationHandler installation, TeamStore teams)
{
    public async Task HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Includes(activity.MembersAdded, activity.Recipient))
            await installation.AddedAsync(activity, cancellationToken);
        else if (Includes(activity.MembersRemoved, activity.Recipient))
            await installation.RemovedAsync(activity, cancellationToken);
        else if (InstallationHandler.TeamOf(activity) is { } team)
            await TeamChangedAsync(team, activity, cancellationToken);
    }

    private async Task TeamChangedAsync(TeamId team, Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.ChannelData?.EventType)
        {
            case "teamRenamed" when activity.ChannelData.Team?.Name is { Length: > 0 } name:
                await teams.ChangeAsync(team, now => now with { Name = name }, cancellationToken);
                break;
            case "teamDeleted" or "teamHardDeleted":
                await membership.LeaveAsync(team, cancellationToken);
                break;
            default:
                await membership.UpdateAsync(team, activity.MembersAdded ?? [], activity.MembersRemoved ?? [], cancellationToken);
                break;
        }
    }

    private static bool Includes(IReadOnlyList<ChannelAccount>? accounts, ChannelAccount? bot) =>
        bot?.Id is { } id && accounts?.Any(account => account?.Id == id) == true;
}
