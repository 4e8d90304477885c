using ReflectionBot.Tables;

namespace ReflectionBot.Summaries;

internal static class SummariesServices
{
    public static IServiceCollection AddSummaries(this IServiceCollection services) => services
        .AddSingleton(new StoredTable(SummaryStore.TableName))
        .AddSingleton(new StoredTable(OrganisationStore.TableName))
        .AddSingleton<OrganisationStore>()
        .AddSingleton<OrganisationReport>()
        .AddSingleton<SummaryStore>()
        .AddSingleton<Sharing>()
        .AddSingleton<SummaryCards>()
        .AddSingleton<SummarySharer>()
        .AddSingleton<SummaryRecords>()
        .AddSingleton<SummaryPublisher>()
        .AddSingleton<PersonErasure>()
        .AddSingleton<PersonRecords>()
        .AddSingleton<Retention>();
}
