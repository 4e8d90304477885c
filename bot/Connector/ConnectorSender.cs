using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>
/// The one place that calls the Bot Connector. The token goes only to an allowed host and never past a redirect;
/// waits between attempts are on the injected clock.
/// </summary>
internal sealed partial class ConnectorSender(
    IHttpClientFactory http,
    BotTokens tokens,
    ServiceHosts hosts,
    IOptions<ConnectorOptions> options,
    TimeProvider clock,
    ILogger<ConnectorSender> logger)
{
    /// <summary>The body of a successful answer, or what else became of it. Throws only when the caller cancels.</summary>
    public async Task<Verdict<byte[]>> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        var plan = new RetryPlan(call.Repeat, options.Value.MaxAttempts, options.Value.RetryBudget);
        while (true)
        {
            var verdict = await AttemptAsync(call, cancellationToken);
            if (plan.Next(verdict, RandomNumberGenerator.GetInt32(1_000) / 1_000.0) is not { } wait) return verdict;
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<Verdict<byte[]>> AttemptAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        if (!hosts.MayCall(call.ServiceUrl)) return NotTried(call, VerdictCodes.HostNotAllowed);
        if (call.Address() is not { } address) return NotTried(call, VerdictCodes.InvalidId);
        return options.Value.AuthenticationIsOn
            ? await AuthenticatedAsync(call, address, cancellationToken)
            : (await ExchangeAsync(call, address, null, cancellationToken)).Verdict;
    }

    // A token that is not accepted is renewed once, and the call made once more.
    private async Task<Verdict<byte[]>> AuthenticatedAsync(ConnectorCall call, Uri address, CancellationToken cancellationToken)
    {
        if (await tokens.GetAsync(cancellationToken) is not { } token) return NoToken();
        var first = await ExchangeAsync(call, address, token, cancellationToken);
        if (first.Status != HttpStatusCode.Unauthorized || !tokens.Reject(token)) return first.Verdict;
        if (await tokens.GetAsync(cancellationToken) is not { } renewed) return NoToken();
        var second = await ExchangeAsync(call, address, renewed, cancellationToken);
        if (second.Status == HttpStatusCode.Unauthorized) Log.NotAccepted(logger, call.Operation, second.Verdict.Code);
        return second.Verdict;
    }

    private Verdict<byte[]> NotTried(ConnectorCall call, string code)
    {
        Log.NotTried(logger, call.Operation, code);
        return new(VerdictKind.Rejected, Code: code);
    }

    private Verdict<byte[]> NoToken() => new(VerdictKind.Retry, RetryAfter: tokens.RetryAfter, Code: VerdictCodes.TokenUnavailable);

    private async Task<Exchange> ExchangeAsync(ConnectorCall call, Uri address, string? token, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Request(call, address, token);
            using var response = await http.CreateClient(ConnectorServices.ConnectorHttp).SendAsync(request, either.Token);
            var verdict = ConnectorAnswer.Read(response, await response.Content.ReadAsByteArrayAsync(either.Token), clock.GetUtcNow());
            return Noted(call, new Exchange(response.StatusCode, verdict), response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Noted(call, new Exchange(null, new(VerdictKind.Retry, Code: VerdictCodes.Timeout, MayHaveArrived: true)));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Noted(call, new Exchange(null, new(VerdictKind.Retry, Code: VerdictCodes.ConnectionFailed, MayHaveArrived: WasConnected(exception))));
        }
    }

    private Exchange Noted(ConnectorCall call, Exchange exchange, HttpResponseMessage? response = null)
    {
        var correlation = response?.Headers.TryGetValues("MS-CV", out var values) == true ? values.First() : null;
        if (exchange.Verdict is { Kind: not VerdictKind.Sent } verdict)
            Log.NotSent(logger, call.Operation, verdict.Kind, verdict.Code, Printable.Of(correlation));
        return exchange;
    }

    private static bool WasConnected(Exception exception) => exception is not HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
    };

    private static HttpRequestMessage Request(ConnectorCall call, Uri address, string? token)
    {
        var request = new HttpRequestMessage(call.Method, address);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (call.Body is not { } body) return request;
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return request;
    }

    private readonly record struct Exchange(HttpStatusCode? Status, Verdict<byte[]> Verdict);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Operation} was not done: {Kind} {Code}. MS-CV {Correlation}.")]
        public static partial void NotSent(ILogger logger, string operation, VerdictKind kind, string? code, string correlation);

        [LoggerMessage(LogLevel.Warning, "{Operation} was not tried: {Code}.")]
        public static partial void NotTried(ILogger logger, string operation, string code);

        [LoggerMessage(LogLevel.Error, "{Operation}: the Bot Connector does not accept a new token either ({Code}); check the bot's registration.")]
        public static partial void NotAccepted(ILogger logger, string operation, string? code);
    }
}
