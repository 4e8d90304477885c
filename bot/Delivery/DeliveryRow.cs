using ReflectionBot.Tables;

namespace ReflectionBot.Delivery;

/// <summary>How a delivery is stored: partition the batch, row the recipient. Payloads stand in the same partition.</summary>
internal static class DeliveryRow
{
    public static TableEntity Write(Delivery delivery) => new(delivery.Batch.ToString(), delivery.To.Key)
    {
        ["UserId"] = delivery.To.UserId,
        ["Conversation"] = delivery.To.Conversation,
        ["ServiceUrl"] = delivery.To.ServiceUrl.AbsoluteUri,
        ["BotId"] = delivery.To.BotId,
        ["Payload"] = delivery.Payload,
        ["NotAfter"] = delivery.NotAfter,
        ["State"] = delivery.State.ToString(),
        ["Attempts"] = delivery.Attempts,
        ["Uncertain"] = delivery.Uncertain,
        ["DueAt"] = delivery.DueAt,
        ["MessageId"] = delivery.MessageId,
        ["Reason"] = delivery.Reason,
    };

    public static Delivery Read(BatchId batch, TableEntity row) => new()
    {
        Batch = batch,
        To = new Recipient
        {
            Key = row.RowKey,
            UserId = row.GetString("UserId"),
            Conversation = row.GetString("Conversation"),
            ServiceUrl = new Uri(row.GetString("ServiceUrl")!),
            BotId = row.GetString("BotId")!,
        },
        Payload = row.GetString("Payload")!,
        NotAfter = row.GetDateTimeOffset("NotAfter"),
        State = Enum.Parse<DeliveryState>(row.GetString("State")!),
        Attempts = row.GetInt32("Attempts")!.Value,
        Uncertain = row.GetInt32("Uncertain") ?? 0,
        DueAt = row.GetDateTimeOffset("DueAt")!.Value,
        MessageId = row.GetString("MessageId"),
        Reason = row.GetString("Reason") is { Length: > 0 } reason ? reason : null,
    };

    /// <summary>Only what an attempt changes, to be merged.</summary>
    public static TableEntity WriteOutcome(Delivery delivery) => new(delivery.Batch.ToString(), delivery.To.Key)
    {
        ["State"] = delivery.State.ToString(),
        ["Attempts"] = delivery.Attempts,
        ["Uncertain"] = delivery.Uncertain,
        ["DueAt"] = delivery.DueAt,
        ["MessageId"] = delivery.MessageId,
        // A merge leaves alone what is null: the reason of an earlier attempt must go.
        ["Reason"] = delivery.Reason ?? string.Empty,
    };
}
