using Microsoft.Extensions.Options;
using ReflectionBot.Tables;

namespace ReflectionBot.Teams;

internal static class TeamsServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<Organisation>().Bind(configuration.GetSection(Organisation.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<Organisation>, OrganisationValidator>()
            .AddSingleton(new StoredTable(AuditLog.TableName))
            .AddSingleton<AuditLog>()
            .AddSingleton(new StoredTable(TeamStore.TableName))
            .AddSingleton(new StoredTable(RosterStore.MembersTable))
            .AddSingleton(new StoredTable(RosterStore.MembershipsTable))
            .AddSingleton<TeamStore>()
            .AddSingleton<RosterStore>()
            .AddSingleton<Roster>()
            .AddSingleton<TeamChanges>();
    }
}
