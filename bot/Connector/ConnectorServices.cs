using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>Puts this room into the service. It needs a TimeProvider (the system's by default) and an IActivityHandler.</summary>
internal static class ConnectorServices
{
    public const string ConnectorHttp = "Connector";
    public const string MetadataHttp = "Connector.Metadata";
    public const string TokenHttp = "Connector.Token";
    public const string UploadHttp = "Connector.Upload";

    private const int MaxAnswerBytes = 4 * 1024 * 1024;

    // All tenants share the platform's one host: room for a full window of each of a hundred, or their windows would share one pace.
    private const int MostConnections = 1_024;

    public static IServiceCollection AddConnector(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorOptionsValidator>();
        services.AddOptions<ConnectorOptions>()
            .Configure(options => Bind(configuration, options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<MetadataClient>().AddSingleton<SigningKeys>().AddSingleton<TokenMemory>().AddSingleton<TokenGate>();
        services.AddSingleton<ActivityReader>().AddSingleton<TenantLimits>().AddSingleton<MessagesEndpoint>();
        services.AddSingleton<ServiceHosts>().AddSingleton<BotCredential>().AddSingleton<BotTokens>();
        services.AddSingleton<ConnectorSender>().AddSingleton<ConnectorClient>().AddSingleton<FileUpload>();
        services.AddHostedService<AuthenticationNotice>();
        AddHttp(services, ConnectorHttp, MaxAnswerBytes);
        AddHttp(services, MetadataHttp, MetadataClient.MaxResponseBytes);
        AddHttp(services, TokenHttp, MetadataClient.MaxResponseBytes);
        AddHttp(services, UploadHttp, MetadataClient.MaxResponseBytes);
        return services;
    }

    public static IEndpointConventionBuilder MapMessages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/messages", (RequestDelegate)(context => context.RequestServices.GetRequiredService<MessagesEndpoint>().HandleAsync(context)));

    private static void Bind(IConfiguration configuration, ConnectorOptions options)
    {
        configuration.GetSection("Connector").Bind(options);
        options.MicrosoftAppId = configuration["MicrosoftAppId"];
        options.MicrosoftAppPassword = configuration["MicrosoftAppPassword"];
        options.MicrosoftAppTenantId = configuration["MicrosoftAppTenantId"];
        if (configuration["MicrosoftAppType"] is { Length: > 0 } type) options.MicrosoftAppType = type;
        options.MicrosoftAppCertificatePath = configuration["MicrosoftAppCertificatePath"];
        options.MicrosoftAppCertificateThumbprint = configuration["MicrosoftAppCertificateThumbprint"];
        options.MicrosoftAppFederatedClientId = configuration["MicrosoftAppFederatedClientId"];
        // The binder adds to a list that has a default; a list that is set replaces it.
        options.AllowedServiceHosts = List(configuration, "Connector:AllowedServiceHosts")!;
        options.AllowedChannels = List(configuration, "Connector:AllowedChannels")!;
        options.AllowedTenants = List(configuration, "Teams:AllowedTenants")!;
    }

    private static string[]? List(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        var items = section.Get<string[]>() ?? section.Value?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        return items is { Length: > 0 } ? items : null;
    }

    // A time limit is each caller's own, on the injected clock; the factory's log would hold conversation ids.
    private static void AddHttp(IServiceCollection services, string name, int maxAnswerBytes) => services
        .AddHttpClient(name, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = maxAnswerBytes;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("ReflectionBot/1.0");
            client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        })
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.MaxConnectionsPerServer = MostConnections;
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
