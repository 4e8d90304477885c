namespace ReflectionBot.Connector;

/// <summary>Which of Microsoft's clouds the bot is registered in.</summary>
internal enum Cloud
{
    Public,
    USGov,
    China,
}

/// <summary>
/// The addresses of one cloud. A service host that begins with a dot stands for every host under it.
/// Source: "Authenticate requests with the Bot Connector API".
/// </summary>
internal sealed record CloudAddresses(
    Uri OpenIdMetadata,
    string Issuer,
    Uri Authority,
    string TokenScope,
    string FederationScope,
    IReadOnlyList<string> ServiceHosts)
{
    private static readonly CloudAddresses Public = new(
        new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://api.botframework.com",
        new Uri("https://login.microsoftonline.com/"),
        "https://api.botframework.com/.default",
        "api://AzureADTokenExchange/.default",
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "canary.botapi.skype.com", ".botframework.com"]);

    private static readonly CloudAddresses USGov = new(
        new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://api.botframework.us",
        new Uri("https://login.microsoftonline.us/"),
        "https://api.botframework.us/.default",
        "api://AzureADTokenExchangeUSGov/.default",
        [
            "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us",
            ".botframework.us", ".botframework.azure.us",
        ]);

    private static readonly CloudAddresses China = new(
        new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        "https://api.botframework.azure.cn",
        new Uri("https://login.partner.microsoftonline.cn/"),
        "https://api.botframework.azure.cn/.default",
        "api://AzureADTokenExchangeChina/.default",
        [".botframework.azure.cn"]);

    public static CloudAddresses Of(Cloud cloud) => cloud switch
    {
        Cloud.USGov => USGov,
        Cloud.China => China,
        _ => Public,
    };
}
