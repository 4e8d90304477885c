using Azure.Core;
using Azure.Core.Pipeline;

namespace ReflectionBot.Benchmarks;

/// <summary>Counts every request to table storage, repeated attempts included: each is paid for.</summary>
internal sealed class TransactionCounter : HttpPipelineSynchronousPolicy
{
    private int _writes;
    private int _reads;
    private int _leases;

    public int Writes => _writes;

    public int Reads => _reads;

    public int Leases => _leases;

    public override void OnSendingRequest(HttpMessage message)
    {
        var path = message.Request.Uri.Path;
        if (path.Contains("Leases", StringComparison.Ordinal))
            Interlocked.Increment(ref _leases);
        else if (message.Request.Method == RequestMethod.Get)
            Interlocked.Increment(ref _reads);
        else
            Interlocked.Increment(ref _writes);
    }

    /// <summary>What came before is the start-up's: making the tables.</summary>
    public void Reset() => _writes = _reads = _leases = 0;
}
