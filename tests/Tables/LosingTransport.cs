using Azure.Core;
using Azure.Core.Pipeline;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

/// <summary>A network that, when told to, loses one request or its answer. Everything else reaches the emulator.</summary>
internal sealed class LosingTransport : HttpPipelineTransport
{
    private readonly HttpPipelineTransport _network = HttpClientTransport.Shared;
    private Func<HttpMessage, Task>? _next;
    private Func<HttpMessage, Task>? _always;

    public TableClientOptions Options
    {
        get
        {
            var options = new TableClientOptions { Transport = this };
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            return options;
        }
    }

    /// <summary>The next request is carried out; then <paramref name="meanwhile"/> happens; and nobody hears of it.</summary>
    public void LoseTheNextAnswer(Func<Task>? meanwhile = null) => _next = async message =>
    {
        await _network.ProcessAsync(message);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        throw new IOException("The connection was reset.");
    };

    /// <summary>The next request never arrives, and <paramref name="meanwhile"/> happens.</summary>
    public void LoseTheNextRequest(Func<Task>? meanwhile = null) => _next = async message =>
    {
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        throw new IOException("The connection was reset.");
    };

    /// <summary>From now on half of all attempts are lost, before or after they are carried out; the third one arrives.</summary>
    public void LoseAtRandom(int seed)
    {
        var random = new Random(seed);
        _always = async message =>
        {
            var fate = message.ProcessingContext.RetryNumber < 2 ? random.Next(4) : 3;
            if (fate != 0)
                await _network.ProcessAsync(message);
            if (fate < 2)
                throw new IOException("The connection was reset.");
        };
    }

    public override Request CreateRequest() => _network.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var process = _next ?? _always ?? (m => _network.ProcessAsync(m).AsTask());
        _next = null;
        await process(message);
    }
}
