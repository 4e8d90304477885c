using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReflectionBot.Tables;
using ReflectionBot.Tests.Connector;

namespace ReflectionBot.Tests.World;

/// <summary>
/// The whole real service in production dress, real Azurite, Microsoft played at the wire, and the clock in hand.
/// Times are by the clock in Copenhagen: <c>2026-11-23 09:00</c>.
/// </summary>
internal sealed partial class BotWorld : IAsyncDisposable
{
    private static int prefixes;

    private readonly string connectionString;
    private readonly string prefix = Letters(Interlocked.Increment(ref prefixes));
    private readonly List<RunningService> services = [];
    private int people;
    private int started;
    private int teams;

    private BotWorld(string connectionString, FakeClock clock) =>
        (this.connectionString, Clock, Teams) = (connectionString, clock, new FakeTeams(clock));

    public FakeClock Clock { get; }

    public FakeTeams Teams { get; }

    public FarSide Far { get; private set; } = null!;

    public Traffic Traffic { get; } = new();

    public LogDouble Log { get; } = new();

    /// <summary>Settings beside the usual ones; a null takes one away.</summary>
    public Dictionary<string, string?> MoreSettings { get; } = [];

    public string ServiceUrl { get; set; } = FarSide.ServiceUrl;

    public HttpClient Http => Elsewhere ?? services[0].Http;

    /// <summary>A service that runs as a process of its own, instead of those in here.</summary>
    public HttpClient? Elsewhere { get; set; }

    /// <summary>A look into the tables, past the service.</summary>
    public TableServiceClient Tables => new(connectionString, TimeProvider.System, new TableClientOptions { TablePrefix = prefix });

    public static async Task<BotWorld> StartAsync(Azurite azurite, string now = "2026-10-08 10:00")
    {
        var world = await WithoutServiceAsync(azurite, now);
        await world.StartService();
        return world;
    }

    public static async Task<BotWorld> WithoutServiceAsync(Azurite azurite, string now = "2026-10-08 10:00")
    {
        var world = new BotWorld(azurite.ConnectionString, new FakeClock(Moment(now)));
        world.Far = await FarSide.StartAsync(world.Teams);
        return world;
    }

    /// <summary>Starts one more service on the same storage, and waits until it has nothing left to do.</summary>
    public async Task StartService(bool settle = true, TimeSpan ahead = default)
    {
        var clock = ahead == default ? (TimeProvider)Clock : new AheadClock(Clock, ahead);
        var name = $"service-{++started}";
        services.Add(await RunningService.StartAsync(Settings(), collection => Replace(collection, clock, name)));
        if (settle)
            await Settle();
    }

    /// <summary>Stops the newest service.</summary>
    public Task StopService() => StopService(services.Count - 1);

    public async Task StopService(int index)
    {
        await services[index].DisposeAsync();
        services.RemoveAt(index);
    }

    public Person AddPerson(string name, string tenant = FarSide.Tenant)
    {
        var person = new Person(this, ++people, name) { Tenant = tenant };
        Teams.People[person.UserId] = person;
        return person;
    }

    /// <summary>A team with an administrator, who is one of its leaders, and a head.</summary>
    public Department AddTeam(string name = "Teknik og Miljø", int leaders = 12)
    {
        var team = AddPerson("Administrator");
        return AddTeam(name, AddPerson("Afdelingschef"), [team, .. Enumerable.Range(1, leaders - 1).Select(number => AddPerson($"Leder {number}"))]);
    }

    public Department AddTeam(string name, Person head, List<Person> leaders)
    {
        var team = new Department(this, name, $"19:team-{++teams}@thread.tacv2", head, leaders);
        Teams.Departments[team.Thread] = team;
        return team;
    }

    /// <summary>A team that has the bot and whose week is set up.</summary>
    public async Task<Department> AddRunningTeam(int leaders = 12, params (string Field, string Value)[] setUp)
    {
        var team = AddTeam(leaders: leaders);
        await team.Install();
        await team.SetUp(setUp);
        return team;
    }

    /// <summary>Opens and closes that many rounds, so that a later question comes next.</summary>
    public static async Task SkipRounds(Department team, int count)
    {
        for (var round = 0; round < count; round++)
        {
            await team.Administrator.Says("indstillinger");
            await team.Administrator.Press("desk.sendNow");
            await team.Administrator.Says("indstillinger");
            await team.Administrator.Press("desk.closeNow");
        }
    }

    public JsonObject Activity(string type, Person from) => new()
    {
        ["type"] = type,
        ["id"] = $"f:{Guid.CreateVersion7(Clock.GetUtcNow())}",
        ["timestamp"] = Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        ["serviceUrl"] = ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = from.UserId, ["name"] = from.Name, ["aadObjectId"] = from.Id },
        ["recipient"] = new JsonObject { ["id"] = FarSide.BotId, ["name"] = "Refleksion" },
        ["locale"] = "da-DK",
    };

    /// <summary>Sends an activity as Teams does, which must take it, and waits until all of it is done.</summary>
    public async Task Deliver(JsonObject activity)
    {
        using var response = await Send(activity);
        Assert.True(response.IsSuccessStatusCode, $"{activity["type"]} was answered {(int)response.StatusCode}.\n{string.Join('\n', Log.Lines.TakeLast(5))}");
        await Settle();
    }

    public Task<HttpResponseMessage> Send(JsonObject activity) => Send(activity, Far.TokenFor(activity, Clock.GetUtcNow()));

    public async Task<HttpResponseMessage> Send(JsonObject activity, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = ConnectorWorld.JsonBody(activity.ToJsonString()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        while (services.Count > 0)
            await StopService();
        await Far.DisposeAsync();
    }

    /// <summary>The settings that a service of this world starts with.</summary>
    public Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>
        {
            ["environment"] = "Production",
            ["MicrosoftAppId"] = FarSide.AppId,
            ["MicrosoftAppPassword"] = FarSide.Secret,
            ["MicrosoftAppTenantId"] = FarSide.Tenant,
            ["Storage:ConnectionString"] = connectionString,
            ["Storage:TablePrefix"] = prefix,

            // The clock stands still while cards go out; the pace has its own tests.
            ["Delivery:PerSecond"] = "1000000",
            ["Delivery:Burst"] = "1000",
            ["Delivery:ConversationSeconds"] = "0",
        };
        foreach (var (key, value) in MoreSettings)
            settings[key] = value;
        return settings;
    }

    // The service's own wiring but for the clock and what stands at the other end of each wire.
    private void Replace(IServiceCollection collection, TimeProvider clock, string name)
    {
        collection.AddSingleton(clock);
        collection.AddLogging(logging => logging.ClearProviders().AddProvider(Log));
        collection.AddSingleton(new TableServiceClient(connectionString, clock, new TableClientOptions
        {
            TablePrefix = prefix,
            Retry = { Delay = TimeSpan.FromMilliseconds(5), MaxDelay = TimeSpan.FromMilliseconds(20) },
            Transport = new Azure.Core.Pipeline.HttpClientTransport(new StorageWire(Traffic)),
        }));
        foreach (var wire in new[] { "Connector", "Connector.Metadata", "Connector.Token", "Connector.Upload" })
            collection.AddHttpClient(wire).AddHttpMessageHandler(() => new MicrosoftWire(Traffic, Far.Address, name));
    }

    private static string Letters(int number) =>
        "W" + string.Concat(number.ToString("D5", CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))));
}
