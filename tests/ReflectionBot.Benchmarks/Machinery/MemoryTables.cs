using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using ReflectionBot.Tables;

namespace ReflectionBot.Benchmarks;

/// <summary>
/// Table storage without a network: behind the real client, an account in this process's memory. As much of the protocol as one
/// answer needs: point reads, whole writes, transactions. Conditions always hold, and queries find nothing.
/// </summary>
internal sealed class MemoryTables : HttpPipelineTransport
{
    private static readonly byte[] s_notFound = """{"odata.error":{"code":"ResourceNotFound","message":{"value":"no"}}}"""u8.ToArray();
    private static readonly byte[] s_nothing = """{"value":[]}"""u8.ToArray();

    private readonly ConcurrentDictionary<string, byte[]> _rows = new(StringComparer.Ordinal);
    private int _reads;
    private int _writes;

    /// <summary>Reads and writes so far.</summary>
    public int[] Requests => [_reads, _writes];

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message)
    {
        var (path, method) = (message.Request.Uri.Path, message.Request.Method);
        Interlocked.Increment(ref method == RequestMethod.Get ? ref _reads : ref _writes);
        message.Response = method == RequestMethod.Get ? Read(path)
            : method == RequestMethod.Delete ? Delete(path)
            : path.EndsWith("$batch", StringComparison.Ordinal) ? Transaction(Body(message))
            : Write(method.Method, path, Body(message));
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return ValueTask.CompletedTask;
    }

    private MemoryResponse Read(string path)
    {
        if (path.EndsWith("()", StringComparison.Ordinal))
            return new MemoryResponse(200, s_nothing);
        return _rows.TryGetValue(path, out var row) ? new MemoryResponse(200, row) : new MemoryResponse(404, s_notFound);
    }

    private MemoryResponse Delete(string path) => _rows.TryRemove(path, out _) ? new MemoryResponse(204, []) : new MemoryResponse(404, s_notFound);

    private MemoryResponse Write(string method, string path, byte[] body)
    {
        _rows[method == "POST" ? PathOfNew(path, body) : path] = body;
        return new MemoryResponse(204, []);
    }

    // Each action is a request line, headers, an empty line, and one line of JSON.
    private MemoryResponse Transaction(byte[] body)
    {
        var answer = new StringBuilder();
        string[]? request = null;
        foreach (var line in Encoding.UTF8.GetString(body).Split("\r\n"))
        {
            if (line.EndsWith(" HTTP/1.1", StringComparison.Ordinal))
            {
                request = line.Split(' ');
                answer.Append("--c\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 204 No Content\r\nETag: W/\"1\"\r\n\r\n\r\n");
            }
            else if (request is not null && line.StartsWith('{'))
                Write(request[0], PathOf(request[1]), Encoding.UTF8.GetBytes(line));
        }

        return new MemoryResponse(202, Encoding.UTF8.GetBytes(answer.Append("--c--").ToString()));
    }

    private static string PathOf(string address) => address[address.IndexOf('/', "https://".Length)..];

    private static string PathOfNew(string table, byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var (partition, row) = (json.RootElement.GetProperty("PartitionKey").GetString()!, json.RootElement.GetProperty("RowKey").GetString()!);
        return TablePipeline.EntityPath(table, partition, row);
    }

    private static byte[] Body(HttpMessage message)
    {
        using var stream = new MemoryStream();
        message.Request.Content?.WriteTo(stream, CancellationToken.None);
        return stream.ToArray();
    }
}

internal sealed class MemoryResponse(int status, byte[] body) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => "";

    public override Stream? ContentStream { get; set; } = new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
        // Nothing but memory.
    }

    protected override bool TryGetHeader(string name, out string value)
    {
        value = "W/\"1\"";
        return name.Equals("ETag", StringComparison.OrdinalIgnoreCase);
    }

    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
    {
        values = TryGetHeader(name, out var value) ? [value] : [];
        return false;
    }

    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [new HttpHeader("ETag", "W/\"1\"")];
}
