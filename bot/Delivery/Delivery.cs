namespace ReflectionBot.Delivery;

/// <summary>One card to one person, with its fate.</summary>
internal sealed record Delivery
{
    public required BatchId Batch { get; init; }

    public required Recipient To { get; init; }

    /// <summary>Which of the batch's payloads it carries.</summary>
    public required string Payload { get; init; }

    public DateTimeOffset? NotAfter { get; init; }

    public DeliveryState State { get; init; } = DeliveryState.Pending;

    public int Attempts { get; init; }

    /// <summary>Attempts whose answer was lost: the card may have arrived all the same.</summary>
    public int Uncertain { get; init; }

    /// <summary>When to try (again); a pending delivery is left alone until then.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>The platform's id of the message, once sent.</summary>
    public string? MessageId { get; init; }

    /// <summary>The platform's own word for why it was not sent.</summary>
    public string? Reason { get; init; }

}

internal enum DeliveryState
{
    Pending,
    Sent,

    /// <summary>Teams will not let it through until the person does something (installs, unblocks).</summary>
    Unreachable,

    /// <summary>Tried as often as makes sense.</summary>
    GivenUp,

    /// <summary>Its time had passed before it could be sent.</summary>
    Expired,
}
