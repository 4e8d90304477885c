using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure;

namespace ReflectionBot.Tables;

/// <summary>
/// Entities as the service writes them. Source: "Payload format for Table service operations": a type that
/// JSON has not is a string with a neighbour <c>"Name@odata.type":"Edm.X"</c>.
/// </summary>
internal static class TableEntityJson
{
    /// <summary>
    /// The property that says which request wrote the entity last (x-ms-client-request-id). When the answer to a
    /// write is lost, it tells our own write from another's, even one of the very same content.
    /// </summary>
    public const string WriteMark = "WriteRequestId";

    private const string TypeSuffix = "@odata.type";

    // The service reads JSON, not HTML: escaping every Danish letter would only eat into its size limits.
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(TableEntity entity, string writeMark)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(entity, writeMark, buffer);
        return buffer.WrittenMemory;
    }

    public static void Write(TableEntity entity, string writeMark, IBufferWriter<byte> to)
    {
        using var json = new Utf8JsonWriter(to, s_plain);
        json.WriteStartObject();
        json.WriteString("PartitionKey", entity.PartitionKey);
        json.WriteString("RowKey", entity.RowKey);
        foreach (var (name, value) in entity)
            WriteProperty(json, name, value);
        json.WriteString(WriteMark, writeMark);
        json.WriteEndObject();
    }

    /// <summary>The keys may be missing from a projection; the caller then knows them.</summary>
    public static TableEntity Read(JsonElement json, string partitionKey = "", string rowKey = "")
    {
        var entity = new TableEntity(partitionKey, rowKey);
        foreach (var property in json.EnumerateObject())
        {
            switch (property.Name)
            {
                case "PartitionKey": entity.PartitionKey = property.Value.GetString() ?? ""; break;
                case "RowKey": entity.RowKey = property.Value.GetString() ?? ""; break;
                case "Timestamp": entity.Timestamp = ParseTime(property.Value.GetString()!); break;
                case "odata.etag": entity.ETag = new ETag(property.Value.GetString()!); break;
                case WriteMark: entity.WriteMark = property.Value.ToString(); break;
                case var name when name.Contains("odata.", StringComparison.Ordinal): break;
                default: entity[property.Name] = ReadValue(property.Value, TypeOf(json, property.Name)); break;
            }
        }

        return entity;
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case double number: WriteDouble(json, name, number); break;
            case long number: Annotated("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid id: Annotated("Edm.Guid", id.ToString("D")); break;
            case byte[] bytes: Annotated("Edm.Binary", Convert.ToBase64String(bytes)); break;
            case DateTimeOffset time: Annotated("Edm.DateTime", time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)); break;
            default: throw new InvalidOperationException($"Property {name} has a type the service does not know.");
        }

        void Annotated(string type, string text)
        {
            json.WriteString(name + TypeSuffix, type);
            json.WriteString(name, text);
        }
    }

    // Always annotated: a whole-number double would otherwise be stored as an Int32.
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        json.WriteString(name + TypeSuffix, "Edm.Double");
        if (double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteString(name, double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }

    private static string? TypeOf(JsonElement json, string name) =>
        json.TryGetProperty(name + TypeSuffix, out var type) ? type.GetString() : null;

    private static object? ReadValue(JsonElement value, string? type) => (value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        (JsonValueKind.Number, "Edm.Int64") => value.GetInt64(),
        (JsonValueKind.Number, "Edm.Double") => value.GetDouble(),
        (JsonValueKind.Number, _) => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
        (JsonValueKind.String, "Edm.Int64") => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.Double") => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.DateTime") => ParseTime(value.GetString()!),
        (JsonValueKind.String, "Edm.Guid") => Guid.Parse(value.GetString()!),
        (JsonValueKind.String, "Edm.Binary") => Convert.FromBase64String(value.GetString()!),
        (JsonValueKind.String, _) => value.GetString(),
        _ => throw new JsonException("An entity property is neither text, number nor boolean."),
    };

    private static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
