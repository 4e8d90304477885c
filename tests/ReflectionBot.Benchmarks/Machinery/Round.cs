using System.Globalization;
using ReflectionBot.Delivery;

namespace ReflectionBot.Benchmarks;

/// <summary>How a round went, as the far side and storage saw it.</summary>
internal sealed record Outcome(int Leaders, TimeSpan Writing, TimeSpan Whole, FarReport Far, int Recorded, TransactionCounter Count, long PeakBytes, TimeSpan Processor)
{
    public int Lost => Leaders - Far.Recipients;

    public double SendsPerSecond => Far.Sent / Far.Seconds;

    public double PerSecondWithWriting => Far.Sent / Whole.TotalSeconds;

    public string Fate => string.Create(CultureInfo.InvariantCulture, $"{Far.Sent} sent, {Lost} lost, {Far.Twice} twice, {Recorded} recorded as sent");

    public string Transactions => string.Create(CultureInfo.InvariantCulture, $"{Per(Count.Writes)} + reading {Per(Count.Reads)} + leases {Per(Count.Leases)}");

    /// <summary>The service's own, from the first row of the outbox to the last result.</summary>
    public string ProcessorPerSend => string.Create(CultureInfo.InvariantCulture, $"{Processor.TotalMicroseconds / Leaders:F0} µs of processor a card");

    public string Memory => Megabytes(PeakBytes);

    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F0} MB");

    private string Per(int count) => ((double)count / Leaders).ToString("F3", CultureInfo.InvariantCulture);
}

/// <summary>Sends one card to every leader, through the outbox, and waits until all of it is recorded.</summary>
internal static class Round
{
    /// <summary>As many teams as the scheduler advances at a time.</summary>
    private const int AtATime = 10;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task<Outcome> RunAsync(World world, int tenants, int leaders, int perTeam)
    {
        var all = Enumerable.Range(0, tenants).Select(tenant => $"tenant-{tenant:D3}").ToList();
        foreach (var tenant in all)
            await world.SeedAsync(tenant, leaders);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        world.Transactions.Reset();

        using var memory = new PeakMemory();
        var (start, processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var batches = all.SelectMany(tenant => Enumerable.Range(0, leaders).Chunk(perTeam).Select(team => (tenant, From: team[0], Count: team.Length)));
        var named = new List<BatchId>();
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (team, cancellationToken) =>
        {
            var batch = new BatchId(team.tenant, $"team-{team.From:D6}|2026-W48|prompt");
            var card = Prompt.Card(batch.ToString());
            var parcels = world.Leaders(team.tenant, team.From, team.Count).Select(leader => new Parcel(leader, card, Prompt.Notice));
            await world.Outbox.EnqueueAsync(batch, parcels, cancellationToken);
            lock (named)
                named.Add(batch);
        });
        var writing = TimeProvider.System.GetElapsedTime(start);
        await FinishedAsync(world, start);
        var whole = TimeProvider.System.GetElapsedTime(start);

        processor = Environment.CpuUsage.TotalTime - processor;
        var (far, peak) = (await world.Far.ReportAsync(), memory.Bytes);
        var recorded = 0;
        foreach (var batch in named)
            recorded += (await world.Uncounted().DeliveriesAsync(batch, CancellationToken.None)).Count(delivery => delivery.State == DeliveryState.Sent);
        return new Outcome(tenants * leaders, writing, whole, far, recorded, world.Transactions, peak, processor);
    }

    private static async Task FinishedAsync(World world, long start)
    {
        while ((await world.Uncounted().OpenBatchesAsync(null, CancellationToken.None)).Count > 0)
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience)
                return;
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }
}
