using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReflectionBot.Delivery;
using ReflectionBot.Tables;
using ReflectionBot.Tests.Connector;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Delivery;

/// <summary>The outbox with its dispatcher on tables of its own, the Connector played at the wire, and the clock in hand.</summary>
internal sealed class DeliveryWorld : IAsyncDisposable
{
    public static readonly BatchId Batch = new("tenant", "19:a@thread.tacv2|2026-W48|prompt");

    private static int prefixes;

    private readonly ConnectorWorld connector;
    private readonly TableServiceClient tables;
    private ServiceProvider? service;

    private DeliveryWorld(ConnectorWorld connector, TableServiceClient tables) => (this.connector, this.tables) = (connector, tables);

    public Connector.FarSide Far => connector.Far;

    public FakeClock Clock => connector.Clock;

    public Outbox Outbox => service!.GetRequiredService<Outbox>();

    public AddressBook Addresses => service!.GetRequiredService<AddressBook>();

    /// <summary>What was posted into conversations, in order.</summary>
    public List<Asked> Sent => [.. Far.Calls.Where(call => call.Target.EndsWith("/activities", StringComparison.Ordinal))];

    /// <summary>What was asked for new conversations.</summary>
    public List<Asked> Opened => [.. Far.Calls.Where(call => call.Target == "/v3/conversations")];

    public static async Task<DeliveryWorld> StartAsync(Azurite azurite)
    {
        var number = Interlocked.Increment(ref prefixes).ToString("D4", CultureInfo.InvariantCulture);
        var prefix = "D" + string.Concat(number.Select(digit => (char)('a' + (digit - '0'))));
        var world = new DeliveryWorld(await ConnectorWorld.StartAsync([]), azurite.CreateServiceClient(new TableClientOptions { TablePrefix = prefix }));
        world.BuildService();
        return world;
    }

    public Parcel To(string name, string text = "hej", DateTimeOffset? notAfter = null) =>
        new(Recipient.Person(name, "29:" + name, Far.Address, "28:bot"), new JsonObject { ["text"] = text }, text, notAfter);

    /// <summary>Starts sending, as the service does when it starts.</summary>
    public async Task RunAsync()
    {
        foreach (var table in service!.GetServices<StoredTable>())
            await tables.GetTableClient(table.Name).CreateIfNotExistsAsync(default);
        service!.GetRequiredService<StorageReady>().Set();
        foreach (var hosted in service!.GetServices<IHostedService>())
            await hosted.StartAsync(default);
    }

    /// <summary>A new process on the same storage.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        BuildService();
        await RunAsync();
    }

    /// <summary>Moves the clock until nothing is pending any more, and tells what became of everybody.</summary>
    public async Task<string> SettledAsync()
    {
        for (var seconds = 0; seconds < 600; seconds++)
        {
            var deliveries = await Outbox.DeliveriesAsync(Batch, default);
            if (deliveries.Count > 0 && deliveries.TrueForAll(delivery => delivery.State != DeliveryState.Pending))
                return string.Join(", ", deliveries.OrderBy(one => one.To.Key, StringComparer.Ordinal).Select(one => $"{one.To.Key}: {one.State} {one.Reason}".Trim()));
            await MoveAsync(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException("Ten minutes passed and something is still pending.");
    }

    /// <summary>Moves the clock a second at a time, with room for what then happens on the wires.</summary>
    public async Task MoveAsync(TimeSpan by)
    {
        for (var moved = TimeSpan.Zero; moved < by; moved += TimeSpan.FromSeconds(1))
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
        }
    }

    /// <summary>Every value in the outbox's table.</summary>
    public async Task<string> StoredAsync()
    {
        var rows = await tables.GetTableClient(Outbox.DeliveriesTable).QueryAsync(null, null, null, default).ToListAsync();
        return string.Join('\n', rows.SelectMany(row => row.Select(property => $"{row.RowKey} {property.Key} {property.Value}")));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await connector.DisposeAsync();
    }

    private async Task StopAsync()
    {
        foreach (var hosted in service!.GetServices<IHostedService>())
            await hosted.StopAsync(default);
        await service!.DisposeAsync();
    }

    private void BuildService() => service = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton(tables)
        .AddSingleton(connector.Client)
        .AddSingleton<StorageReady>()
        .AddDelivery(new ConfigurationBuilder().Build())
        .BuildServiceProvider();
}
