using System.Threading.Channels;

namespace ReflectionBot.Delivery;

/// <summary>Wakes the dispatcher; raising it twice wakes it once. The outbox itself is the truth, this only saves waiting.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _channel.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAsync(cancellationToken);
}
