using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>
/// Puts a file where somebody has consented to have it: an upload session of their own OneDrive, opened by Teams. The address
/// comes from the client, so only Microsoft's own hosts are written to, without any token, and no redirect is followed.
/// Source: "Send and receive files using a bot".
/// </summary>
internal sealed class FileUpload(IHttpClientFactory http, IOptions<ConnectorOptions> options, TimeProvider clock)
{
    private static readonly string[] Hosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn"];

    /// <summary>False when it is not a place to write to, or the file did not get there.</summary>
    public async Task<bool> TryPutAsync(string? uploadUrl, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(uploadUrl, UriKind.Absolute, out var address) || !MayWriteTo(address))
            return false;

        using var timeout = new CancellationTokenSource(options.Value.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ReadOnlyMemoryContent(content) };
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        try
        {
            using var response = await http.CreateClient(ConnectorServices.UploadHttp).SendAsync(request, either.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    public static bool MayWriteTo(Uri address) =>
        address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0 }
        && Array.Exists(Hosts, host => address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase));
}
