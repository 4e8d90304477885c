namespace ReflectionBot.Questions;

internal static class QuestionsServices
{
    /// <summary>Loads the catalogue at once: a bad one stops the start.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services) =>
        services.AddSingleton(Catalogue.Load());
}
