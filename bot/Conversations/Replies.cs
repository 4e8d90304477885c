using ReflectionBot.Cards.Elements;
using ReflectionBot.Connector;

namespace ReflectionBot.Conversations;

/// <summary>Says something back where it was asked. What cannot be delivered is logged by the connector and not repeated.</summary>
internal sealed class Replies(ConnectorClient connector)
{
    public Task SayAsync(Caller caller, string line, CancellationToken cancellationToken) =>
        SendAsync(caller, Activity.WithText(line), cancellationToken);

    public Task ShowAsync(Caller caller, AdaptiveCard card, CancellationToken cancellationToken) =>
        SendAsync(caller, Activity.WithCard(card.ToJson(), card.FallbackText), cancellationToken);

    public Task SendAsync(Caller caller, Activity message, CancellationToken cancellationToken) =>
        connector.SendToConversationAsync(caller.Conversation, message, cancellationToken);
}
