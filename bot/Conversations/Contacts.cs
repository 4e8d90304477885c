using ReflectionBot.Connector;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>
/// Keeps the newest service URL of every conversation (Teams moves tenants between regions without notice), and notices
/// when somebody whom nothing could reach is back.
/// </summary>
internal sealed class Contacts(
    AddressBook addresses, TeamStore teams, Access access, RoundStore rounds, ParticipationStore participation, Prompts prompts)
{
    public async Task NoteAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Caller.Of(activity) is { IsPersonal: true } caller)
        {
            if (await addresses.RememberAsync(caller.Tenant, caller.Member.Value, caller.Conversation, cancellationToken))
                await SendMissedAsync(caller, cancellationToken);
        }
        else if (InstallationHandler.TeamOf(activity) is { } team && Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service))
        {
            await teams.ChangeAsync(team, now => now with { ServiceUrl = service }, cancellationToken);
        }
    }

    private async Task SendMissedAsync(Caller caller, CancellationToken cancellationToken)
    {
        foreach (var (team, member) in await access.AllAsync(caller, cancellationToken))
        {
            if (team.IsInstalled
                && await rounds.OpenAsync(team.Id, cancellationToken) is { } open
                && await participation.IsMissingAsync(open.Id, member.Id, cancellationToken))
                await prompts.SendAgainAsync(team, open, member, cancellationToken);
        }
    }
}
