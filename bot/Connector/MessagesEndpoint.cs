using Microsoft.Extensions.Options;

namespace ReflectionBot.Connector;

/// <summary>
/// POST /api/messages: who is it, what is it, does the one fit the other, is there room - and then the handler.
/// The token is judged before the body is read, so a stranger's body costs nothing.
/// </summary>
internal sealed partial class MessagesEndpoint(
    TokenGate gate,
    ActivityReader reader,
    TenantLimits limits,
    IOptions<ConnectorOptions> options,
    ILogger<MessagesEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var refusal = await TryHandleAsync(context);
            if (refusal is not null) Refuse(context, refusal);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.CallerLeft(logger, CorrelationOf(context));
        }
    }

    private async Task<Refusal?> TryHandleAsync(HttpContext context)
    {
        var (voucher, stranger) = await AdmitAsync(context);
        if (stranger is not null) return stranger;
        var reading = await reader.ReadAsync(context);
        if (reading.Activity is not { } activity) return new Refusal(reading.Status, reading.Reason ?? "");
        if (Misfit(voucher, activity) is { } misfit) return misfit;
        if (!IsKnown(activity.Type))
        {
            Log.Ignored(logger, Printable.Of(activity.Type), CorrelationOf(context));
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return null;
        }

        using var room = limits.TryEnter(activity.TenantId);
        if (!room.IsAcquired) return new Refusal(StatusCodes.Status429TooManyRequests, "too many at a time");
        await DispatchAsync(context, activity);
        return null;
    }

    private async Task<(Voucher? Voucher, Refusal? Refusal)> AdmitAsync(HttpContext context)
    {
        if (!options.Value.AuthenticationIsOn)
            return LocalCaller.Is(context) ? (null, null) : (null, new Refusal(StatusCodes.Status403Forbidden, "not local"));
        var check = await gate.CheckAsync(context.Request.Headers.Authorization, context.RequestAborted);
        return check is { Verdict: TokenVerdict.Accepted, Voucher: { } voucher } ? (voucher, null) : (null, Refusal.Of(check.Verdict));
    }

    private Refusal? Misfit(Voucher? voucher, Activity activity)
    {
        if (voucher is null) return null;
        var fit = TokenValidator.Fit(voucher, activity, options.Value);
        return fit == TokenVerdict.Accepted ? null : Refusal.Of(fit);
    }

    private static bool IsKnown(string? type) => type
        is ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate;

    private async Task DispatchAsync(HttpContext context, Activity activity)
    {
        try
        {
            var handler = context.RequestServices.GetService<IActivityHandler>();
            var response = handler is null ? null : await handler.HandleAsync(activity, context.RequestAborted);
            if (activity.Type == ActivityTypes.Invoke) await AnswerAsync(context, response ?? InvokeResponse.NotImplemented);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // The message of an exception may quote what a person wrote; its type and frames do not.
            Log.Failed(logger, activity.Type, Printable.Of(activity.Id), exception.GetType().FullName, exception.StackTrace, CorrelationOf(context));
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static async Task AnswerAsync(HttpContext context, InvokeResponse response)
    {
        context.Response.StatusCode = response.Status;
        if (response.Body.IsEmpty) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
    }

    private void Refuse(HttpContext context, Refusal refusal)
    {
        Log.Refused(logger, refusal.Status, refusal.Reason, CorrelationOf(context));
        if (context.Response.HasStarted) return;
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        if (refusal.Status == StatusCodes.Status429TooManyRequests) context.Response.Headers.RetryAfter = "1";
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "10";
        if (refusal.Status == StatusCodes.Status408RequestTimeout) context.Response.Headers.Connection = "close";
    }

    private static string CorrelationOf(HttpContext context) => Printable.Of(context.Request.Headers["MS-CV"]);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Refused with {Status}: {Reason}. MS-CV {Correlation}.")]
        public static partial void Refused(ILogger logger, int status, string reason, string correlation);

        [LoggerMessage(LogLevel.Information, "Ignored an activity of type {Type}. MS-CV {Correlation}.")]
        public static partial void Ignored(ILogger logger, string type, string correlation);

        [LoggerMessage(LogLevel.Error, "Handling {Type} {Id} failed with {Failure}. MS-CV {Correlation}.\n{Frames}")]
        public static partial void Failed(ILogger logger, string? type, string id, string? failure, string? frames, string correlation);

        [LoggerMessage(LogLevel.Information, "The caller hung up. MS-CV {Correlation}.")]
        public static partial void CallerLeft(ILogger logger, string correlation);
    }
}
