using System.Globalization;
using Azure;
using ReflectionBot.Questions;
using ReflectionBot.Tables;

namespace ReflectionBot.Teams;

/// <summary>
/// Who is in which team. Table <c>Members</c>: partition the team, row the member. Table <c>Memberships</c> is the same
/// read from the other side: partition tenant and member, row the team's thread.
/// </summary>
internal sealed class RosterStore(TableServiceClient tables)
{
    public const string MembersTable = "Members";
    public const string MembershipsTable = "Memberships";

    private const string Date = "yyyy-MM-dd";

    private readonly TableClient _members = tables.GetTableClient(MembersTable);
    private readonly TableClient _memberships = tables.GetTableClient(MembershipsTable);

    /// <summary>Everybody who is or was in the team, in no particular order.</summary>
    public async Task<List<Member>> MembersAsync(TeamId team, CancellationToken cancellationToken)
    {
        var partition = team.ToString();
        var members = new List<Member>();
        await foreach (var row in _members.QueryAsync(TableFilter.Create($"PartitionKey eq {partition}"), null, null, cancellationToken))
            members.Add(Read(team, row));
        return members;
    }

    public async Task<Member?> FindAsync(TeamId team, MemberId member, CancellationToken cancellationToken)
    {
        var row = await _members.GetEntityIfExistsAsync(team.ToString(), member.Value, null, cancellationToken);
        return row is null ? null : Read(team, row);
    }

    /// <summary>The teams that this person is or was a member of.</summary>
    public async Task<List<TeamId>> TeamsOfAsync(string tenant, MemberId member, CancellationToken cancellationToken)
    {
        var partition = Person(tenant, member);
        var teams = new List<TeamId>();
        await foreach (var row in _memberships.QueryAsync(TableFilter.Create($"PartitionKey eq {partition}"), null, null, cancellationToken))
            teams.Add(new TeamId(tenant, row.RowKey));
        return teams;
    }

    /// <summary>Writes these members as they are now. The way back to their teams is written first, so that none is ever missing.</summary>
    public async Task SaveAsync(TeamId team, IReadOnlyCollection<Member> members, CancellationToken cancellationToken)
    {
        foreach (var member in members)
        {
            await _memberships.UpsertEntityAsync(
                new TableEntity(Person(team.Tenant, member.Id), team.Thread), TableUpdateMode.Replace, cancellationToken);
        }

        var writes = members.Select(member => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Write(member)));
        await _members.SubmitInBatchesAsync(writes, cancellationToken);
    }

    /// <summary>False when one of these rows has changed since it was read; then none of them is written.</summary>
    public Task<bool> TryUpdateAsync(IReadOnlyCollection<Member> members, CancellationToken cancellationToken) =>
        _members.TrySubmitTransactionAsync(
            [.. members.Select(member => new TableTransactionAction(TableTransactionActionType.UpdateReplace, Write(member), member.ETag))], cancellationToken);

    /// <summary>Nothing of this person is left in the team.</summary>
    public async Task DeleteAsync(TeamId team, MemberId member, CancellationToken cancellationToken)
    {
        await _members.TryDeleteEntityAsync(team.ToString(), member.Value, ETag.All, cancellationToken);
        await _memberships.TryDeleteEntityAsync(Person(team.Tenant, member), team.Thread, ETag.All, cancellationToken);
    }

    public async Task DeleteAsync(TeamId team, CancellationToken cancellationToken)
    {
        foreach (var member in await MembersAsync(team, cancellationToken))
            await _memberships.TryDeleteEntityAsync(Person(team.Tenant, member.Id), team.Thread, ETag.All, cancellationToken);
        await _members.DeletePartitionAsync(team.ToString(), cancellationToken);
    }

    private static string Person(string tenant, MemberId member) => tenant + "|" + member.Value;

    private static TableEntity Write(Member member) => new(member.Team.ToString(), member.Id.Value)
    {
        ["UserId"] = member.UserId,
        ["Name"] = member.Name,
        ["Roles"] = (int)member.Roles,
        ["IsPresent"] = member.IsPresent,
        ["LeftAt"] = member.LeftAt,
        ["OwnLanguage"] = member.Own.Language?.ToString(),
        ["OwnVisibility"] = member.Own.Visibility == Visibility.Anonymous ? null : member.Own.Visibility.ToString(),
        ["NoReminders"] = member.Own.NoReminders,
        ["OwnPausedUntil"] = member.Own.PausedUntil?.ToString(Date, CultureInfo.InvariantCulture),
        ["IsStopped"] = member.Own.IsStopped,
        ["HasJournal"] = member.Own.HasJournal,
        ["IsAsked"] = member.IsAsked,
        ["SeesOlder"] = member.SeesOlder,
    };

    private static OwnChoices ReadOwn(TableEntity row) => new()
    {
        Language = Enum.TryParse<Language>(row.GetString("OwnLanguage"), out var language) ? language : null,
        Visibility = Enum.TryParse<Visibility>(row.GetString("OwnVisibility"), out var visibility) ? visibility : Visibility.Anonymous,
        NoReminders = row.GetBoolean("NoReminders") ?? false,
        PausedUntil = row.GetString("OwnPausedUntil") is { } day ? DateOnly.ParseExact(day, Date, CultureInfo.InvariantCulture) : null,
        IsStopped = row.GetBoolean("IsStopped") ?? false,
        HasJournal = row.GetBoolean("HasJournal") ?? false,
    };

    private static Member Read(TeamId team, TableEntity row) => new()
    {
        Team = team,
        Id = new MemberId(row.RowKey),
        UserId = row.GetString("UserId")!,
        Name = row.GetString("Name"),
        Roles = (Role)row.GetInt32("Roles")!.Value,
        IsPresent = row.GetBoolean("IsPresent") ?? true,
        LeftAt = row.GetDateTimeOffset("LeftAt"),
        Own = ReadOwn(row),
        IsAsked = row.GetBoolean("IsAsked"),
        SeesOlder = row.GetBoolean("SeesOlder") ?? false,
        ETag = row.ETag,
    };
}
