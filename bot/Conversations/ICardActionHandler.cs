using ReflectionBot.Cards.Elements;

namespace ReflectionBot.Conversations;

/// <summary>Answers the buttons of one kind of card.</summary>
internal interface ICardActionHandler
{
    IReadOnlyCollection<string> Verbs { get; }

    /// <summary>The card to show in place of the one the button was on.</summary>
    Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken);
}

/// <summary>A card in place of the old one, or one line while the card stays as it is.</summary>
internal sealed record ActionReply(AdaptiveCard? Card, string? Line)
{
    public static ActionReply Show(AdaptiveCard card) => new(card, null);

    public static ActionReply Say(string line) => new(null, line);
}
