using ReflectionBot.Rounds;
using ReflectionBot.Tables;

namespace ReflectionBot.Answers;

internal static class AnswersServices
{
    public static IServiceCollection AddAnswers(this IServiceCollection services) => services
        .AddSingleton(new StoredTable(AnswerStore.TableName))
        .AddSingleton(new StoredTable(JournalStore.TableName))
        .AddSingleton<AnswerStore>()
        .AddSingleton<ITurnout>(services => services.GetRequiredService<AnswerStore>())
        .AddSingleton<JournalStore>()
        .AddSingleton<IReflections>(services => services.GetRequiredService<JournalStore>())
        .AddSingleton<AnswerBox>();
}
