using System.Globalization;
using Azure;
using ReflectionBot.Delivery;
using ReflectionBot.Tables;

namespace ReflectionBot.Benchmarks;

/// <summary>
/// What the emulator does when nothing else is asked of the machine: rows of an outbox added, then their results merged into
/// them, each row as the service writes it.
/// </summary>
internal sealed record StorageAlone(double Adds, double Merges)
{
    /// <summary>Cards a second, were storage all there is to them.</summary>
    public double Cards => 1 / ((1 / Adds) + (1 / Merges));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Azurite alone adds {Adds:F0} rows a second and merges {Merges:F0}, {Cards:F0} cards");

    /// <summary>A partition for each tenant, all of them at once; so many merges to a transaction.</summary>
    public static async Task<StorageAlone> MeasureAsync(World world, int tenants, int leaders, int perMerge)
    {
        var table = world.Tables.GetTableClient("Alone");
        await table.CreateIfNotExistsAsync(CancellationToken.None);
        var rounds = Enumerable.Range(0, tenants).Select(tenant => Deliveries(world, $"alone-{tenant:D3}", leaders)).ToArray();
        return new StorageAlone(
            await PerSecondAsync(rounds, round => table.SubmitInBatchesAsync(
                round.Select(delivery => new TableTransactionAction(TableTransactionActionType.Add, DeliveryRow.Write(delivery))), CancellationToken.None)),
            await PerSecondAsync(rounds, async round =>
            {
                foreach (var sent in round.Chunk(perMerge))
                    await table.SubmitTransactionAsync(sent.Select(Outcome), CancellationToken.None);
            }));
    }

    private static Delivery.Delivery[] Deliveries(World world, string tenant, int leaders)
    {
        var (batch, now) = (new BatchId(tenant, "team|2026-W48|prompt"), TimeProvider.System.GetUtcNow());
        return [.. world.Leaders(tenant, 0, leaders).Select(leader => new Delivery.Delivery { Batch = batch, To = leader, Payload = "0123456789abcdef", DueAt = now })];
    }

    private static TableTransactionAction Outcome(Delivery.Delivery delivery)
    {
        var sent = delivery with { State = DeliveryState.Sent, Attempts = 1, MessageId = "1732130000000" };
        return new TableTransactionAction(TableTransactionActionType.UpdateMerge, DeliveryRow.WriteOutcome(sent), ETag.All);
    }

    private static async Task<double> PerSecondAsync(Delivery.Delivery[][] rounds, Func<Delivery.Delivery[], Task> write)
    {
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(rounds.Select(write));
        return rounds.Sum(round => round.Length) / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
