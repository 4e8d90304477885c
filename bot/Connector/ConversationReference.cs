namespace ReflectionBot.Connector;

/// <summary>Where a message goes: the newest service URL heard from that conversation, and its id.</summary>
internal sealed record ConversationReference(Uri ServiceUrl, string ConversationId);
