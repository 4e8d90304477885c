using ReflectionBot.Cards.Texts;
using ReflectionBot.Connector;

namespace ReflectionBot.Conversations;

/// <summary>Finds the handler of a button. Two handlers for one verb are refused when the service starts.</summary>
internal sealed class CardActions
{
    private readonly Dictionary<string, ICardActionHandler> _handlers = new(StringComparer.Ordinal);
    private readonly ConnectorClient _connector;
    private readonly Replies _replies;

    public CardActions(IEnumerable<ICardActionHandler> handlers, ConnectorClient connector, Replies replies)
    {
        foreach (var handler in handlers)
            foreach (var verb in handler.Verbs)
                if (!_handlers.TryAdd(verb, handler))
                    throw new InvalidOperationException($"Two card handlers claim the verb {verb}.");
        _connector = connector;
        _replies = replies;
    }

    /// <summary>Answers an Action.Execute: HTTP 200 always, the outcome inside.</summary>
    public async Task<InvokeResponse> ExecuteAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (CardAction.OfExecute(activity.Value) is not { } action)
            return InvokeResponse.BadRequest(CardTexts.Danish.NotUnderstood);

        var reply = await ReplyAsync(activity, action, cancellationToken);
        return reply.Card is { } card ? InvokeResponse.Card(card.ToUtf8Json()) : InvokeResponse.Message(reply.Line!);
    }

    /// <summary>Answers an Action.Submit of an older client by replacing the message that the button was on.</summary>
    public async Task SubmitAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Caller.Of(activity) is not { } caller)
            return;

        var action = CardAction.OfSubmit(activity.Value);
        var reply = action is null ? ActionReply.Say(CardTexts.Danish.NotUnderstood) : await ReplyAsync(activity, action, cancellationToken);
        if (reply.Card is not { } card)
        {
            await _replies.SayAsync(caller, reply.Line!, cancellationToken);
            return;
        }

        var message = Activity.WithCard(card.ToJson(), card.FallbackText);
        var replaced = activity.ReplyToId is { Length: > 0 } id
            && (await _connector.UpdateActivityAsync(caller.Conversation, id, message, cancellationToken)).Kind == VerdictKind.Sent;
        if (!replaced)
            await _replies.SendAsync(caller, message, cancellationToken);
    }

    private async Task<ActionReply> ReplyAsync(Activity activity, CardAction action, CancellationToken cancellationToken) =>
        Caller.Of(activity) is { } caller && _handlers.TryGetValue(action.Verb, out var handler)
            ? await handler.HandleAsync(caller, action, cancellationToken)
            : ActionReply.Say(CardTexts.Danish.Refused);
}
