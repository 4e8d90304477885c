using System.Globalization;
using ReflectionBot.Connector;
using ReflectionBot.Delivery;
using ReflectionBot.Hosting;
using ReflectionBot.Tables;

namespace ReflectionBot.Benchmarks;

/// <summary>
/// The service's own Delivery, Connector and Tables, composed as Program.cs composes them, on the real clock; real Azurite and
/// the far side in processes of their own. No tokens: Development, loopback.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private static int s_prefixes;

    private readonly Azurite _azurite;
    private IHost? _host;
    private string _prefix = "";

    private World(Azurite azurite, FarSideProcess far) => (_azurite, Far) = (azurite, far);

    public FarSideProcess Far { get; }

    public TransactionCounter Transactions { get; } = new();

    public Outbox Outbox => _host!.Services.GetRequiredService<Outbox>();

    public string ConnectionString => _azurite.ConnectionString;

    /// <summary>The same tables, past the counter.</summary>
    public TableServiceClient Tables => new(ConnectionString, TimeProvider.System, new TableClientOptions { TablePrefix = _prefix });

    /// <summary>A look at what is stored that costs the service nothing.</summary>
    public Outbox Uncounted() => new(Tables, new OutboxSignal(), TimeProvider.System);

    public static async Task<World> StartAsync() => new(await Azurite.StartAsync(), await FarSideProcess.StartAsync());

    /// <summary>Starts the service on empty tables.</summary>
    public async Task StartServiceAsync(params (string Key, string Value)[] settings)
    {
        await StopServiceAsync();
        _prefix = "B" + string.Concat(Interlocked.Increment(ref s_prefixes).ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection([new("Storage:ConnectionString", ConnectionString), .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))]);
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddTables(builder.Configuration)
            .AddConnector(builder.Configuration)
            .AddDelivery(builder.Configuration)
            .AddStartupAndHealth();
        var options = new TableClientOptions { TablePrefix = _prefix };
        options.AddPolicy(Transactions, Azure.Core.HttpPipelinePosition.PerRetry);
        builder.Services.AddSingleton(new TableServiceClient(ConnectionString, TimeProvider.System, options));
        _host = builder.Build();
        await _host.StartAsync();
        await _host.Services.GetRequiredService<StorageReady>().WaitAsync(CancellationToken.None);
        Transactions.Reset();
    }

    /// <summary>Their conversations with the bot are known already, as they are after the first card.</summary>
    public Task SeedAsync(string tenant, int leaders)
    {
        var service = ServiceOf(tenant).AbsoluteUri;
        var rows = Enumerable.Range(0, leaders).Select(leader => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace,
            new TableEntity(tenant, KeyOf(tenant, leader)) { ["Conversation"] = "a:" + KeyOf(tenant, leader), ["ServiceUrl"] = service }));
        return Tables.GetTableClient(AddressBook.TableName).SubmitInBatchesAsync(rows, CancellationToken.None);
    }

    /// <summary>One at a time, so that the benchmark itself holds nobody in memory.</summary>
    public IEnumerable<Recipient> Leaders(string tenant, int from, int count)
    {
        var service = ServiceOf(tenant);
        return Enumerable.Range(from, count).Select(leader => Recipient.Person(KeyOf(tenant, leader), "29:" + KeyOf(tenant, leader), service, "28:bot"));
    }

    public async ValueTask DisposeAsync()
    {
        await StopServiceAsync();
        await Far.DisposeAsync();
        _azurite.Dispose();
    }

    private async Task StopServiceAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        _host.Dispose();
        _host = null;
    }

    private Uri ServiceOf(string tenant) => new(Far.Address, tenant + "/");

    // Nobody has the same id in two tenants: the emulator looks rows up by it, across all of them.
    private static string KeyOf(string tenant, int leader) =>
        string.Create(CultureInfo.InvariantCulture, $"aaaaa{tenant[^3..]}-0000-4000-8000-{leader:D12}");
}
