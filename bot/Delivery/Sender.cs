using System.Text;
using Microsoft.Extensions.Options;
using ReflectionBot.Connector;

namespace ReflectionBot.Delivery;

/// <summary>Sends one delivery once and says what became of it.</summary>
internal sealed class Sender(AddressBook addresses, ConnectorClient connector, IOptions<DeliveryOptions> options, TimeProvider time)
{
    /// <summary>A message whose answer was lost is repeated once: the platform has no way to ask whether it arrived.</summary>
    private const int MostUncertain = 1;

    /// <summary>The tenant was stopped between opening a conversation and writing into it.</summary>
    private const string Stopped = "Stopped";

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <param name="delivery">What to send, pending and due.</param>
    /// <param name="payload">The activity as UTF-8 JSON.</param>
    /// <param name="known">What is known of the recipient's address; null when nothing is.</param>
    /// <param name="pace">Told about throttling, and asked for every request but the first.</param>
    /// <param name="stop">Ends waiting for a turn; nothing was sent then.</param>
    /// <param name="cancellationToken">Ends the attempt; what became of it is then unknown.</param>
    public async Task<Delivery> SendAsync(
        Delivery delivery, ReadOnlyMemory<byte> payload, Address? known, Pace pace, CancellationToken stop, CancellationToken cancellationToken)
    {
        if (known?.Unreachable is { } reason)
            return delivery with { State = DeliveryState.Unreachable, Reason = reason };

        var (verdict, conversation) = await TryAsync(delivery, payload, Known(delivery, known), pace, stop, cancellationToken);
        if (IsForgotten(verdict) && delivery.To.Conversation is null)
        {
            // The platform has lost the conversation, not the person: ask for a new one, once.
            await addresses.ForgetAsync(delivery.Batch.Tenant, delivery.To.Key, cancellationToken);
            if (await pace.EnterAsync(stop) is { } stopped)
                return delivery with { DueAt = time.GetUtcNow() + stopped };
            (verdict, conversation) = await TryAsync(delivery, payload, null, pace, stop, cancellationToken);
        }

        if (verdict.Code != Stopped && (verdict is { Kind: VerdictKind.Retry, Code: "Throttled" or "429" } || verdict.RetryAfter is not null))
            pace.Throttled(verdict.RetryAfter);
        if (verdict.Kind == VerdictKind.Unreachable && delivery.To.Conversation is null)
            await addresses.MarkUnreachableAsync(delivery.Batch.Tenant, delivery.To.Key, new Address(conversation, Word(verdict)), cancellationToken);
        return Settle(
            delivery with
            {
                Attempts = delivery.Attempts + 1,
                Uncertain = delivery.Uncertain + (verdict.MayHaveArrived ? 1 : 0),
                Reason = Word(verdict),
            },
            verdict);
    }

    private static ConversationReference? Known(Delivery delivery, Address? known) =>
        delivery.To.Conversation is { } channel ? new ConversationReference(delivery.To.ServiceUrl, channel) : known?.Conversation;

    private async Task<(Verdict<string> Verdict, ConversationReference? Conversation)> TryAsync(
        Delivery delivery, ReadOnlyMemory<byte> payload, ConversationReference? conversation, Pace pace, CancellationToken stop, CancellationToken cancellationToken)
    {
        if (conversation is null)
        {
            var to = delivery.To;
            var created = await connector.CreateConversationAsync(to.ServiceUrl, delivery.Batch.Tenant, to.BotId, to.UserId!, cancellationToken);
            if (created.Kind != VerdictKind.Sent)
                return (created, null);

            conversation = new ConversationReference(to.ServiceUrl, created.Value!);
            await addresses.RememberAsync(delivery.Batch.Tenant, to.Key, conversation, cancellationToken);
            if (await pace.EnterAsync(stop) is { } stopped)
                return (new Verdict<string>(VerdictKind.Retry, RetryAfter: stopped, Code: Stopped), conversation);
        }

        return (await connector.SendOnceAsync(conversation, payload, cancellationToken), conversation);
    }

    private static bool IsForgotten(Verdict<string> verdict) => verdict.Code is "ConversationNotFound";

    private static string? Word<T>(Verdict<T> verdict) => verdict.Kind == VerdictKind.Sent ? null : verdict.Reason?.ToString() ?? verdict.Code;

    private Delivery Settle(Delivery delivery, Verdict<string> verdict) => verdict.Kind switch
    {
        VerdictKind.Sent => delivery with { State = DeliveryState.Sent, MessageId = verdict.Value },
        VerdictKind.Unreachable => delivery with { State = DeliveryState.Unreachable },
        VerdictKind.Retry when delivery.Attempts < options.Value.MostAttempts && delivery.Uncertain <= MostUncertain => delivery with { DueAt = time.GetUtcNow() + Wait(delivery, verdict) },
        _ => delivery with { State = DeliveryState.GivenUp },
    };

    // Doubled each time, and spread by a fifth so that those who failed together do not come back together.
    private static TimeSpan Wait(Delivery delivery, Verdict<string> verdict)
    {
        var spread = 0.8 + (0.4 * (StableHash(delivery.To.Key) % 1000 / 1000.0));
        var doubled = FirstWait * Math.Pow(2, delivery.Attempts - 1) * spread;
        var wait = verdict.RetryAfter is { } asked && asked > doubled ? asked : doubled;
        return wait < LongestWait ? wait : LongestWait;
    }

    private static uint StableHash(string key) =>
        Encoding.UTF8.GetBytes(key).Aggregate(2166136261u, (hash, octet) => (hash ^ octet) * 16777619u);
}
