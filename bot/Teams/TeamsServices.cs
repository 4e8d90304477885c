using ReflectionBot.Tables;

namespace ReflectionBot.Teams;

internal static class TeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services) => services
        .AddSingleton(new StoredTable(TeamStore.TableName))
        .AddSingleton(new StoredTable(RosterStore.MembersTable))
        .AddSingleton(new StoredTable(RosterStore.MembershipsTable))
        .AddSingleton<TeamStore>()
        .AddSingleton<RosterStore>()
        .AddSingleton<Roster>()
        .AddSingleton<TeamChanges>();
}
