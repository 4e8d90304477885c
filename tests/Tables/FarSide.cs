using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

/// <summary>The other side of the socket: answers what it was told to, in order, and remembers what it was asked.</summary>
internal sealed class FarSide : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<Asked> Requests { get; } = [];

    public TableClientOptions Options
    {
        get
        {
            var options = new TableClientOptions { Transport = new HttpClientTransport(this) };
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            return options;
        }
    }

    public FarSide Answers(int status, string body = "", string type = "application/json", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8) };
            answer.Content.Headers.Remove("Content-Type");
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            foreach (var (name, value) in headers)
                answer.Headers.TryAddWithoutValidation(name, value);
            return answer;
        });
        return this;
    }

    public FarSide Refuses(int status, string code, string text = "text") =>
        Answers(status, $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{text}}}}"}}}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new Asked(request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body));
        return _answers.Dequeue()();
    }

    internal sealed record Asked(string Method, string Uri, IReadOnlyDictionary<string, string> Headers, string Body);
}
