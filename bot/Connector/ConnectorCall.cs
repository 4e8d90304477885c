namespace ReflectionBot.Connector;

/// <summary>What may be done over when an operation's fate is not known.</summary>
internal enum Repeat
{
    /// <summary>The caller has its own plan for that.</summary>
    Never,

    /// <summary>A second one would be a second message: at most once more when the first may have arrived.</summary>
    NewMessage,

    Freely,
}

/// <summary>One request to the Bot Connector. <c>Segments</c> are escaped when the address is built; <c>Query</c> is ours.</summary>
internal sealed record ConnectorCall(
    string Operation,
    HttpMethod Method,
    Uri ServiceUrl,
    IReadOnlyList<string> Segments,
    Repeat Repeat,
    ReadOnlyMemory<byte>? Body = null,
    string Query = "")
{
    /// <summary>The address, or null when a segment is empty or would be read as a step up or down the path.</summary>
    public Uri? Address() => Segments.Any(segment => segment is "" or "." or "..")
        ? null
        : new Uri($"{ServiceUrl.AbsoluteUri.TrimEnd('/')}/v3/{string.Join('/', Segments.Select(Uri.EscapeDataString))}{Query}");
}
