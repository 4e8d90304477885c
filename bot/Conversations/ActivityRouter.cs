using ReflectionBot.Cards.Texts;
using ReflectionBot.Connector;

namespace ReflectionBot.Conversations;

/// <summary>Everything that can happen to this bot, and who takes care of it.</summary>
internal sealed partial class ActivityRouter(
    Contacts contacts, CardActions cardActions, FileExchange files, ChatHandler chat, InstallationHandler installation, RosterHandler roster, Replies replies,
    TimeProvider time, ILogger<ActivityRouter> logger) : IActivityHandler
{
    /// <summary>Whoever pressed a button or wrote a word gets an answer, even when something of ours has failed.</summary>
    public async Task<InvokeResponse?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            await contacts.NoteAsync(activity, cancellationToken);
            return await RouteAsync(activity, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && activity.Type is ActivityTypes.Invoke or ActivityTypes.Message)
        {
            var number = Guid.CreateVersion7(time.GetUtcNow()).ToString("N")[^8..];
            Log.Failed(logger, number, failure.GetType().Name, failure.TargetSite?.DeclaringType?.Name);
            return await ApologiseAsync(activity, CardTexts.Danish.SomethingWentWrong(number), cancellationToken);
        }
    }

    private async Task<InvokeResponse?> RouteAsync(Activity activity, CancellationToken cancellationToken)
    {
        switch (activity)
        {
            case { Type: ActivityTypes.Invoke, Name: "adaptiveCard/action" }:
                return await cardActions.ExecuteAsync(activity, cancellationToken);
            case { Type: ActivityTypes.Invoke, Name: "fileConsent/invoke" }:
                return await files.ConsentedAsync(activity, cancellationToken);
            case { Type: ActivityTypes.Invoke }:
                return InvokeResponse.NotImplemented;
            case { Type: ActivityTypes.Message, Value: not null }:
                await cardActions.SubmitAsync(activity, cancellationToken);
                return null;
            case { Type: ActivityTypes.Message }:
                await chat.HandleAsync(activity, cancellationToken);
                return null;
            case { Type: ActivityTypes.InstallationUpdate }:
                await installation.HandleAsync(activity, cancellationToken);
                return null;
            case { Type: ActivityTypes.ConversationUpdate }:
                await roster.HandleAsync(activity, cancellationToken);
                return null;
            default:
                return null;
        }
    }

    private async Task<InvokeResponse?> ApologiseAsync(Activity activity, string line, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Invoke)
            return InvokeResponse.Message(line);
        if (Caller.Of(activity) is { } caller)
            await replies.SayAsync(caller, line, cancellationToken);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Error number {Number}: {Failure} in {Place}")]
        public static partial void Failed(ILogger logger, string number, string failure, string? place);
    }
}
