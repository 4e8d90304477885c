using Microsoft.Extensions.Options;
using ReflectionBot.Connector;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Keeps what is stored of a team in step with Teams: the team itself, its roster, and who set the bot to work.</summary>
internal sealed partial class TeamMembership(
    TeamStore teams, Roster roster, ConnectorClient connector, Greetings greetings, AuditLog audit, IOptions<Organisation> organisation,
    TeamChanges changes, TimeProvider time,
    ILogger<TeamMembership> logger)
{
    private const int PageSize = 500;

    /// <summary>The bot is in the team: whoever added it becomes administrator, everybody else a leader.</summary>
    public async Task JoinAsync(TeamId id, Activity activity, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) || activity.Recipient?.Id is not { } bot)
            return;

        var details = await connector.GetTeamAsync(service, id.Thread, cancellationToken);
        var team = await SaveAsync(id, details.Value?.Name ?? activity.ChannelData?.Team?.Name, service, bot, MemberId.From(activity.From?.AadObjectId), cancellationToken);
        var present = await RosterAsync(new ConversationReference(service, id.Thread), cancellationToken);
        if (present is not null)
            await roster.ReplaceAsync(id, present, MemberId.From(activity.From?.AadObjectId), cancellationToken);
        else
            Log.RosterUnread(logger);
        await greetings.GreetTeamAsync(team, cancellationToken);
        changes.Raise(id);
    }

    /// <summary>The bot is no longer in the team: everything stops, nothing is deleted.</summary>
    public async Task LeaveAsync(TeamId id, CancellationToken cancellationToken)
    {
        if (await teams.FindAsync(id, cancellationToken) is not { IsInstalled: true })
            return;

        if (await teams.ChangeAsync(id, team => team with { IsInstalled = false }, cancellationToken) is { } left)
        {
            await audit.WriteAsync(id, new AuditEntry(AuditAct.Removed, null), cancellationToken);
            await greetings.SayGoodbyeAsync(left, cancellationToken);
        }

        changes.Raise(id);
    }

    /// <summary>Reads the roster anew; false when Teams would not give it.</summary>
    public async Task<bool> RefreshAsync(Team team, CancellationToken cancellationToken)
    {
        var present = await RosterAsync(new ConversationReference(team.ServiceUrl, team.Id.Thread), cancellationToken);
        if (present is not null)
            await roster.ReplaceAsync(team.Id, present, administrator: null, cancellationToken);
        return present is not null;
    }

    public async Task UpdateAsync(
        TeamId id, IReadOnlyList<ChannelAccount> added, IReadOnlyList<ChannelAccount> removed, CancellationToken cancellationToken)
    {
        if (await teams.FindAsync(id, cancellationToken) is not { } team)
            return;

        foreach (var account in added)
        {
            if (await LookUpAsync(team, account, cancellationToken) is { } entry)
                await roster.AddAsync(id, entry, isAdministrator: false, cancellationToken);
        }

        foreach (var account in removed)
        {
            if (MemberId.From(account?.AadObjectId) is { } member)
                await roster.RemoveAsync(id, member, cancellationToken);
        }
    }

    private async Task<Team> SaveAsync(TeamId id, string? name, Uri service, string bot, MemberId? by, CancellationToken cancellationToken)
    {
        var fresh = New(id, name, service, bot);
        if (await teams.TryAddAsync(fresh, cancellationToken))
        {
            await audit.WriteAsync(id, new AuditEntry(AuditAct.Installed, by), cancellationToken);
            return fresh;
        }

        // Back after a removal: slots that passed meanwhile are nobody's.
        var known = await teams.ChangeAsync(
            id,
            team => team with
            {
                Name = name ?? team.Name,
                ServiceUrl = service,
                BotId = bot,
                IsInstalled = true,
                RunsFrom = team is { IsInstalled: false, RunsFrom: not null } ? time.GetUtcNow() : team.RunsFrom,
            },
            cancellationToken);
        return known ?? fresh;
    }

    private Team New(TeamId id, string? name, Uri service, string bot) => new()
    {
        Id = id,
        Name = name ?? string.Empty,
        ServiceUrl = service,
        BotId = bot,
        Language = organisation.Value.Language,
        Schedule = new Schedule { TimeZoneId = organisation.Value.DefaultTimeZone },
        Threshold = Math.Max(Thresholds.Default, organisation.Value.ThresholdFloor),
    };

    // Null when Teams would not give the whole roster: half of it would make the rest look gone.
    private async Task<List<RosterEntry>?> RosterAsync(ConversationReference team, CancellationToken cancellationToken)
    {
        var entries = new List<RosterEntry>();
        string? next = null;
        do
        {
            var page = await connector.GetPagedMembersAsync(team, next, PageSize, cancellationToken);
            if (page is not { Kind: VerdictKind.Sent, Value: { } found })
                return null;

            entries.AddRange(found.Members.Select(ToEntry).OfType<RosterEntry>());
            next = string.IsNullOrEmpty(found.ContinuationToken) ? null : found.ContinuationToken;
        }
        while (next is not null);
        return entries;
    }

    private async Task<RosterEntry?> LookUpAsync(Team team, ChannelAccount? account, CancellationToken cancellationToken)
    {
        if (account?.Id is not { } user)
            return null;

        var found = await connector.GetMemberAsync(new ConversationReference(team.ServiceUrl, team.Id.Thread), user, cancellationToken);
        return found.Value is { } member && ToEntry(member) is { } entry ? entry
            : MemberId.From(account.AadObjectId) is { } id ? new RosterEntry(id, user, account.Name)
            : null;
    }

    private static RosterEntry? ToEntry(TeamsChannelAccount account) =>
        account.Id is { } user && MemberId.From(account.ObjectId) is { } id ? new RosterEntry(id, user, account.Name) : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A team's roster could not be read; what was known of it stays")]
        public static partial void RosterUnread(ILogger logger);
    }
}
