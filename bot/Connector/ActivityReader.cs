using System.Buffers;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ReflectionBot.Connector;

/// <summary>An activity, or the status (400, 408, 413) and the reason for which there is none.</summary>
internal sealed record ActivityReading(Activity? Activity, int Status = StatusCodes.Status200OK, string? Reason = null);

/// <summary>Reads a request's body within its limits. What comes out can be walked through without a surprise.</summary>
internal sealed class ActivityReader(IOptions<ConnectorOptions> options, TimeProvider clock)
{
    private const int UsualBytes = 4_096;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = ConnectorJson.Default.Options.MaxDepth, AllowDuplicateProperties = false };

    public async Task<ActivityReading> ReadAsync(HttpContext context)
    {
        if (!IsPlainJson(context.Request)) return Bad("not UTF-8 JSON");
        using var timeout = new CancellationTokenSource(options.Value.BodyTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted);
        try
        {
            Limit(context);
            return await BodyAsync(context.Request, either.Token) is { } body ? Parse(body) : TooLarge;
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException exception)
        {
            return new ActivityReading(null, exception.StatusCode, "body refused by the server");
        }
        catch (IOException)
        {
            return Bad("body broke off");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new ActivityReading(null, StatusCodes.Status408RequestTimeout, "body too slow");
        }
    }

    /// <summary>The activity in these bytes, or why there is none. Pure.</summary>
    public static ActivityReading Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!Utf8.IsValid(body.Span) || !IsReadable(body)) return Bad("not UTF-8 JSON");
            var activity = JsonSerializer.Deserialize(body.Span, ConnectorJson.Default.Activity);
            return string.IsNullOrEmpty(activity?.Type) ? Bad("no type") : new ActivityReading(WithoutGaps(activity));
        }
        catch (JsonException)
        {
            return Bad("not an activity");
        }
    }

    private static ActivityReading TooLarge { get; } = new(null, StatusCodes.Status413PayloadTooLarge, "body too large");

    private static ActivityReading Bad(string reason) => new(null, StatusCodes.Status400BadRequest, reason);

    // A form of text/plain is what a web page could post to this machine unasked; JSON it could not.
    private static bool IsPlainJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    private void Limit(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.Value.MaxBodyBytes;
        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = new MinDataRate(options.Value.MinBodyBytesPerSecond, Grace);
    }

    private async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxBodyBytes;
        if (request.ContentLength > limit) return null;
        var body = new ArrayBufferWriter<byte>(UsualBytes);
        while (body.WrittenCount <= limit)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(), cancellationToken);
            if (read == 0) return body.WrittenMemory;
            body.Advance(read);
        }

        return null;
    }

    // Two members of one name, or half a surrogate pair, would parse here and throw later, in a handler that looks. The latter
    // cannot be written without a backslash.
    private static bool IsReadable(ReadOnlyMemory<byte> body)
    {
        JsonDocument.Parse(body, Strict).Dispose();
        if (!body.Span.Contains((byte)'\\')) return true;
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Activity WithoutGaps(Activity activity) => activity with
    {
        Entities = Present(activity.Entities),
        Attachments = Present(activity.Attachments),
        MembersAdded = Present(activity.MembersAdded),
        MembersRemoved = Present(activity.MembersRemoved),
    };

    private static List<T>? Present<T>(IReadOnlyList<T>? list)
        where T : class => list?.OfType<T>().ToList();
}
