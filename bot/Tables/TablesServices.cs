using Azure.Identity;
using Microsoft.Extensions.Options;

namespace ReflectionBot.Tables;

/// <summary>Where the service keeps everything it knows. One of the two keys is needed.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A storage account's connection string, with an account key or a SAS; <c>UseDevelopmentStorage=true</c> is Azurite.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The table endpoint of a storage account that this machine's own identity may use. Wins over the connection string.</summary>
    public Uri? TableEndpoint { get; set; }

    /// <summary>Up to 30 letters that every table's name begins with, where several environments share a storage account.</summary>
    public string TablePrefix { get; set; } = string.Empty;
}

internal static class TablesServices
{
    private const int LongestPrefix = 30;

    public static IServiceCollection AddTables(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .Validate(
                options => options.TableEndpoint is not null || !string.IsNullOrWhiteSpace(options.ConnectionString),
                "Storage:ConnectionString (or Storage:TableEndpoint) is missing: without storage the service can do nothing.")
            .Validate(
                options => options.TablePrefix.Length <= LongestPrefix && options.TablePrefix.All(char.IsAsciiLetter),
                "Storage:TablePrefix must be at most 30 letters from a to z.")
            .ValidateOnStart();
        return services
            .AddSingleton<StorageReady>()
            .AddSingleton(provider => Connect(
                provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
    }

    private static TableServiceClient Connect(StorageOptions options, TimeProvider time)
    {
        var client = new TableClientOptions { TablePrefix = options.TablePrefix };
        return options.TableEndpoint is { } endpoint
            ? new TableServiceClient(endpoint, new DefaultAzureCredential(), time, client)
            : new TableServiceClient(options.ConnectionString!, time, client);
    }
}
