using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ReflectionBot.Benchmarks;

/// <summary>How many requests a server answered, one after another on each of a few connections.</summary>
internal sealed record LoadReport(int Answered, int Refused, double Seconds);

/// <summary>
/// Leaders who press Send as fast as they are answered. Written on bare sockets with everything made beforehand, so that the
/// server is what is measured. Runs until its input ends, and reports for each line that comes in.
/// </summary>
internal static class Load
{
    private const int Connections = 16;

    private static int s_answered;
    private static int s_refused;

    public static async Task<int> RunAsync(Uri address, string token)
    {
        var requests = Enumerable.Range(0, AnsweringService.Leaders).Select(leader => Request(address, token, leader)).ToArray();
        using var stop = new CancellationTokenSource();
        var running = Enumerable.Range(0, Connections).Select(first => PressAsync(address, requests, first, stop.Token)).ToArray();
        var since = TimeProvider.System.GetTimestamp();
        while (await Console.In.ReadLineAsync(CancellationToken.None) is not null)
        {
            var report = new LoadReport(
                Interlocked.Exchange(ref s_answered, 0), Interlocked.Exchange(ref s_refused, 0), TimeProvider.System.GetElapsedTime(since).TotalSeconds);
            since = TimeProvider.System.GetTimestamp();
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report));
        }

        await stop.CancelAsync();
        await Task.WhenAll(running.Select(one => one.ContinueWith(_ => { }, TaskScheduler.Default)));
        return 0;
    }

    private static byte[] Request(Uri address, string token, int leader)
    {
        var body = AnsweringService.Answer(leader).ToJsonString();
        return Encoding.UTF8.GetBytes(
            $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Type: application/json; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }

    private static async Task PressAsync(Uri address, byte[][] requests, int first, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
        var answer = new byte[64 * 1024];
        for (var next = first; ; next = (next + Connections) % requests.Length)
        {
            await socket.SendAsync(requests[next], cancellationToken);
            if (await ReadAsync(socket, answer, cancellationToken))
                Interlocked.Increment(ref s_answered);
            else
                Interlocked.Increment(ref s_refused);
        }
    }

    /// <summary>Reads one answer to its end; true for a 200 that carries a card.</summary>
    private static async Task<bool> ReadAsync(Socket socket, byte[] answer, CancellationToken cancellationToken)
    {
        var (read, whole) = (0, int.MaxValue);
        while (read < whole)
        {
            var count = await socket.ReceiveAsync(answer.AsMemory(read), cancellationToken);
            if (count == 0)
                throw new IOException("The server hung up.");
            read += count;
            if (whole == int.MaxValue)
                whole = Whole(answer.AsSpan(0, read));
        }

        return answer.AsSpan().StartsWith("HTTP/1.1 200"u8) && answer.AsSpan(0, read).IndexOf("AdaptiveCard"u8) > 0;
    }

    private static int Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return int.MaxValue;
        var at = answer.IndexOf("Content-Length: "u8);
        var digits = at < 0 || at > end ? "0"u8 : answer[(at + 16)..];
        return System.Buffers.Text.Utf8Parser.TryParse(digits, out int length, out _) ? end + 4 + length : end + 4;
    }
}
