using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ReflectionBot.Tables;

/// <summary>What every request carries. Per attempt, because a date is only good for 15 minutes.</summary>
internal sealed class TableHeadersPolicy(TimeProvider time) : HttpPipelineSynchronousPolicy
{
    public const string Date = "x-ms-date";

    /// <summary>The lowest version that takes Entra ID tokens on tables.</summary>
    private const string Version = "2020-12-06";

    public override void OnSendingRequest(HttpMessage message)
    {
        var headers = message.Request.Headers;
        headers.SetValue("x-ms-version", Version);
        headers.SetValue(Date, time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture));
        headers.SetValue("DataServiceVersion", "3.0;");
        headers.SetValue(HttpHeader.Names.Accept, TablePipeline.MinimalMetadata);
    }
}
