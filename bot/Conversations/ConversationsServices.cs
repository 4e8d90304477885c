using ReflectionBot.Connector;

namespace ReflectionBot.Conversations;

internal static class ConversationsServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<Access>()
        .AddSingleton<Contacts>()
        .AddSingleton<Replies>()
        .AddSingleton<DeliveryReport>()
        .AddSingleton<DeskCards>()
        .AddSingleton<SettingsDesk>()
        .AddSingleton<QuestionDesk>()
        .AddSingleton<CalendarCards>()
        .AddSingleton<PeopleCards>()
        .AddSingleton<AuditWords>()
        .AddSingleton<Greetings>()
        .AddSingleton<TeamMembership>()
        .AddSingleton<TeamErasure>()
        .AddSingleton<InstallationHandler>()
        .AddSingleton<RosterHandler>()
        .AddSingleton<ChatHandler>()
        .AddCardActions<PromptHandler>()
        .AddCardActions<SetupHandler>()
        .AddCardActions<DeskHandler>()
        .AddCardActions<QuestionsHandler>()
        .AddCardActions<CalendarHandler>()
        .AddCardActions<PeopleHandler>()
        .AddCardActions<PrivacyHandler>()
        .AddCardActions<RecordsHandler>()
        .AddSingleton<IFileSource, AuditFile>()
        .AddSingleton<IFileSource, SummaryFile>()
        .AddSingleton<IFileSource, PersonFile>()
        .AddSingleton<FileExchange>()
        .AddCardActions<FileHandler>()
        .AddCardActions<SummaryHandler>()
        .AddCardActions<OrganisationHandler>()
        .AddCardActions<ShareHandler>()
        .AddCardActions<SharedHandler>()
        .AddCardActions<OwnHandler>()
        .AddCardActions<JournalHandler>()
        .AddCardActions<DataHandler>()
        .AddSingleton<CardActions>()
        .AddSingleton<IActivityHandler, ActivityRouter>();

    private static IServiceCollection AddCardActions<THandler>(this IServiceCollection services)
        where THandler : class, ICardActionHandler => services
        .AddSingleton<THandler>()
        .AddSingleton<ICardActionHandler>(provider => provider.GetRequiredService<THandler>());
}
