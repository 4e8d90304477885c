using Azure.Core;
using Azure.Core.Pipeline;

namespace ReflectionBot.Tables;

/// <summary>Appends a shared access signature, unchanged. Azure.Core's log writes REDACTED in place of its values.</summary>
internal sealed class SasPolicy(string sas) : HttpPipelineSynchronousPolicy
{
    private readonly string _sas = sas.TrimStart('?');

    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri;
        uri.Query = string.IsNullOrEmpty(uri.Query) ? "?" + _sas : uri.Query + "&" + _sas;
    }
}
