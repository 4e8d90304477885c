using ReflectionBot.Tables;

namespace ReflectionBot.Rounds;

internal static class RoundsServices
{
    public static IServiceCollection AddRounds(this IServiceCollection services) => services
        .AddSingleton(new StoredTable(RoundStore.TableName))
        .AddSingleton(new StoredTable(ParticipationStore.TableName))
        .AddSingleton<RoundStore>()
        .AddSingleton<ParticipationStore>()
        .AddSingleton<RoundPlanner>()
        .AddSingleton<Prompts>()
        .AddSingleton<RoundOpening>()
        .AddSingleton<RoundKeeper>();
}
