using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ReflectionBot.Tables;

/// <summary>Signs each attempt with the account key. Source: "Authorize with Shared Key", the Lite form for tables.</summary>
internal sealed class SharedKeyLitePolicy(string account, byte[] key) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        if (!request.Headers.TryGetValue(TableHeadersPolicy.Date, out var date))
            throw new InvalidOperationException("The date is set before the signature.");
        var signature = Sign(key, date!, CanonicalizedResource(account, request.Uri.ToUri()));
        request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {account}:{signature}");
    }

    /// <summary>The path exactly as on the wire, percent escapes kept; of the query only <c>comp</c> is signed.</summary>
    public static string CanonicalizedResource(string account, Uri uri)
    {
        var comp = uri.Query.TrimStart('?').Split('&')
            .FirstOrDefault(p => p.StartsWith("comp=", StringComparison.Ordinal));
        return "/" + account + uri.AbsolutePath + (comp is null ? "" : "?" + comp);
    }

    public static string Sign(byte[] key, string date, string canonicalizedResource) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(date + "\n" + canonicalizedResource)));
}
