namespace ReflectionBot.Tests.World;

/// <summary>Everything one world's services say over a wire, counted: when nothing is under way and nothing new begins, they are quiet.</summary>
internal sealed class Traffic
{
    private int underWay;
    private long begun;

    public int UnderWay => Volatile.Read(ref underWay);

    public long Begun => Volatile.Read(ref begun);

    /// <summary>True as long as storage is to be out of reach.</summary>
    public bool StorageIsDown { get; set; }

    public async Task<HttpResponseMessage> CountAsync(Func<Task<HttpResponseMessage>> send)
    {
        Interlocked.Increment(ref underWay);
        Interlocked.Increment(ref begun);
        try
        {
            return await send();
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}

/// <summary>On the way to storage.</summary>
internal sealed class StorageWire(Traffic traffic) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        traffic.CountAsync(() => traffic.StorageIsDown
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "Storage is down.")
            : base.SendAsync(request, cancellationToken));
}

/// <summary>On the way to Microsoft: the real addresses are asked for, the far side on this machine is reached.</summary>
internal sealed class MicrosoftWire(Traffic traffic, Uri farSide, string instance) : DelegatingHandler
{
    /// <summary>The header that tells the far side which address was meant.</summary>
    public const string Asked = "X-Asked";

    /// <summary>The header that tells the far side which of several services asks.</summary>
    public const string Instance = "X-Instance";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        request.Headers.Add(Asked, asked.GetLeftPart(UriPartial.Authority));
        request.Headers.Add(Instance, instance);
        request.RequestUri = new Uri(farSide.GetLeftPart(UriPartial.Authority) + asked.PathAndQuery);
        return traffic.CountAsync(() => base.SendAsync(request, cancellationToken));
    }
}
