using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Xml;
using Azure;
using Azure.Core;

namespace ReflectionBot.Tables;

/// <summary>
/// Reads the code of an error body: <c>{"odata.error":{"code":..,"message":{"value":..}}}</c>, or XML for
/// authentication and version failures. Azure.Core's own parser knows neither.
/// </summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static readonly TableErrorParser Instance = new();

    public override bool TryParse(
        Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        var (code, _) = Read(response.Content);
        error = code is null ? null : new ResponseError(code, message: null);
        return error is not null;
    }

    /// <summary>Never throws: a proxy may answer with anything.</summary>
    public static (string? Code, string? Message) Read(BinaryData body)
    {
        try
        {
            return body.ToMemory().Span.TrimStart(" \t\r\n\uFEFF"u8) switch
            {
                [(byte)'{', ..] => FromJson(body),
                [(byte)'<', ..] => (FromXml(body), null),
                _ => (null, null),
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or XmlException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static (string? Code, string? Message) FromJson(BinaryData body)
    {
        using var document = JsonDocument.Parse(body.ToMemory());
        if (!document.RootElement.TryGetProperty("odata.error", out var error))
            return (null, null);
        var code = error.TryGetProperty("code", out var c) ? c.GetString() : null;
        var message = error.TryGetProperty("message", out var m) && m.TryGetProperty("value", out var v) ? v.GetString() : null;
        return (code, message);
    }

    private static string? FromXml(BinaryData body)
    {
        using var reader = XmlReader.Create(body.ToStream());
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName.Equals("code", StringComparison.OrdinalIgnoreCase))
                return reader.ReadElementContentAsString();
        }

        return null;
    }
}
