using System.ComponentModel.DataAnnotations;

namespace ReflectionBot.Connector;

/// <summary>
/// The settings of this room. The Microsoft* keys stand at the root of the configuration as in the Bot Framework;
/// <c>Teams:AllowedTenants</c> under Teams; everything else under <c>Connector</c>.
/// </summary>
internal sealed class ConnectorOptions
{
    public const string SingleTenant = "SingleTenant";
    public const string UserAssignedMsi = "UserAssignedMSI";

    /// <summary>The application (client) id of the bot. Without it authentication is off, which only Development allows.</summary>
    public string? MicrosoftAppId { get; set; }

    public string? MicrosoftAppPassword { get; set; }

    public string? MicrosoftAppTenantId { get; set; }

    /// <summary><c>SingleTenant</c> or <c>UserAssignedMSI</c>.</summary>
    public string MicrosoftAppType { get; set; } = SingleTenant;

    /// <summary>A .pem or PKCS#12 file (.pfx, .p12; without a password) with its private key; read again at every token, so it can be replaced while running.</summary>
    public string? MicrosoftAppCertificatePath { get; set; }

    /// <summary>A certificate in the current user's or the machine's personal store.</summary>
    public string? MicrosoftAppCertificateThumbprint { get; set; }

    /// <summary>The client id of the managed identity whose token is exchanged for the bot's (federated credential).</summary>
    public string? MicrosoftAppFederatedClientId { get; set; }

    public Cloud Cloud { get; set; } = Cloud.Public;

    public Uri OpenIdMetadata { get => field ?? CloudAddresses.Of(Cloud).OpenIdMetadata; set; }

    public string Issuer { get => field ?? CloudAddresses.Of(Cloud).Issuer; set; }

    public Uri Authority { get => field ?? CloudAddresses.Of(Cloud).Authority; set; }

    /// <summary>Hosts that may be given the bot's token; one that begins with a dot stands for every host under it.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get => field ?? CloudAddresses.Of(Cloud).ServiceHosts; set; }

    /// <summary>Key <c>Teams:AllowedTenants</c>.</summary>
    public IReadOnlyList<string> AllowedTenants { get => field ?? OwnTenant; set; }

    /// <summary>Channels that are let in. Others (Web Chat, Direct Line) let their callers write the sender's identity themselves.</summary>
    public IReadOnlyList<string> AllowedChannels { get => field ?? ["msteams"]; set; }

    /// <summary>Bytes.</summary>
    [Range(1_024, 16_777_216, ErrorMessage = "Connector:MaxBodyBytes must be between 1024 and 16777216.")]
    public int MaxBodyBytes { get; set; } = 1_048_576;

    /// <summary>How long one request's body may take to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = "Connector:BodyTimeout must be between 00:00:01 and 00:02:00.")]
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes a second, after five seconds of grace.</summary>
    [Range(1, 1_048_576, ErrorMessage = "Connector:MinBodyBytesPerSecond must be between 1 and 1048576.")]
    public int MinBodyBytesPerSecond { get; set; } = 1_024;

    /// <summary>Activities of one tenant that are handled at the same time; the next one is answered 429.</summary>
    [Range(1, 10_000, ErrorMessage = "Connector:ConcurrentPerTenant must be between 1 and 10000.")]
    public int ConcurrentPerTenant { get; set; } = 64;

    /// <summary>How long the signing keys' metadata may take to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Connector:MetadataTimeout must be between 00:00:01 and 00:01:00.")]
    public TimeSpan MetadataTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one outbound attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = "Connector:RequestTimeout must be between 00:00:01 and 00:02:00.")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an operation's waits between attempts may be together; a longer Retry-After is handed to the caller.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Connector:RetryBudget must be between 00:00:00 and 00:01:00.")]
    public TimeSpan RetryBudget { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts of one operation, the first included.</summary>
    [Range(1, 10, ErrorMessage = "Connector:MaxAttempts must be between 1 and 10.")]
    public int MaxAttempts { get; set; } = 4;

    public bool AuthenticationIsOn => !string.IsNullOrEmpty(MicrosoftAppId);

    private IReadOnlyList<string> OwnTenant => MicrosoftAppTenantId is { } tenant ? [tenant] : [];
}
