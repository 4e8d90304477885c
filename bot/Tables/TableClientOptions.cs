using Azure.Core;

namespace ReflectionBot.Tables;

/// <summary>Retries, transport and diagnostics of a <see cref="TableServiceClient"/>; Azure.Core's defaults otherwise.</summary>
internal sealed class TableClientOptions : ClientOptions
{
    public TableClientOptions()
    {
        // The service itself gives up after 30 seconds, so there is nothing to wait for after that.
        Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        // Nobody listens, and making ready for it costs a tenth of a call.
        Diagnostics.IsDistributedTracingEnabled = false;
    }

    /// <summary>Letters that every table's name begins with, so that several environments can share an account.</summary>
    public string TablePrefix { get; init; } = string.Empty;
}
