using ReflectionBot.Tables;

namespace ReflectionBot.Summaries;

internal static class SummariesServices
{
    public static IServiceCollection AddSummaries(this IServiceCollection services) => services
        .AddSingleton(new StoredTable(SummaryStore.TableName))
        .AddSingleton<SummaryStore>()
        .AddSingleton<SummaryCards>()
        .AddSingleton<SummaryPublisher>()
        .AddSingleton<Retention>();
}
