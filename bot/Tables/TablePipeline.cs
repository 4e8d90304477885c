using Azure.Core;
using Azure.Core.Pipeline;

namespace ReflectionBot.Tables;

/// <summary>Makes and sends messages to one account, and turns a bad answer into an exception that holds no content.</summary>
internal sealed class TablePipeline(HttpPipeline pipeline, Uri endpoint)
{
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";

    public static string EntityPath(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey=%27{Escape(partitionKey)}%27,RowKey=%27{Escape(rowKey)}%27)";

    /// <summary>Ends in a slash; an escaped path behind it is a whole address.</summary>
    public string Endpoint { get; } = endpoint.AbsoluteUri;

    /// <param name="method">What to do.</param>
    /// <param name="path">With what, below the endpoint; already escaped.</param>
    public HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(endpoint);
        message.Request.Uri.AppendPath(path, escape: false);
        return message;
    }

    public static void SetBody(HttpMessage message, ReadOnlyMemory<byte> body, string contentType = "application/json")
    {
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, contentType);
        message.Request.Content = RequestContent.Create(body);
    }

    public async Task<TableReply> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await pipeline.SendAsync(message, cancellationToken);
        return new TableReply(message.Response, message.ProcessingContext.RetryNumber > 0);
    }

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
