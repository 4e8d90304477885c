using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ReflectionBot.Tables;

/// <summary>Signs each attempt with the account key. Source: "Authorize with Shared Key", the Lite form for tables.</summary>
internal sealed class SharedKeyLitePolicy(string account, byte[] key) : HttpPipelineSynchronousPolicy
{
    // Kept for the next request: to make one takes twice as long as to use it.
    private readonly ConcurrentBag<IncrementalHash> _hashes = [];

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        if (!request.Headers.TryGetValue(TableHeadersPolicy.Date, out var date))
            throw new InvalidOperationException("The date is set before the signature.");
        var signature = Sign(date!, CanonicalizedResource(account, request.Uri.ToUri()));
        request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {account}:{signature}");
    }

    /// <summary>The path exactly as on the wire, percent escapes kept; of the query only <c>comp</c> is signed.</summary>
    public static string CanonicalizedResource(string account, Uri uri)
    {
        var comp = uri.Query.TrimStart('?').Split('&')
            .FirstOrDefault(p => p.StartsWith("comp=", StringComparison.Ordinal));
        return "/" + account + uri.AbsolutePath + (comp is null ? "" : "?" + comp);
    }

    public string Sign(string date, string canonicalizedResource)
    {
        var hash = _hashes.TryTake(out var kept) ? kept : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(date + "\n" + canonicalizedResource));
        var signature = Convert.ToBase64String(hash.GetHashAndReset());
        _hashes.Add(hash);
        return signature;
    }
}
