using System.Collections;
using Azure;

namespace ReflectionBot.Tables;

/// <summary>
/// One row: its two keys and an ordered bag of properties. A value is a string, int, long, double, bool,
/// DateTimeOffset, Guid or byte[]; setting null removes the property, as the service stores no nulls.
/// A typed getter gives null for an absent property and throws InvalidOperationException for another type.
/// </summary>
internal sealed class TableEntity(string partitionKey, string rowKey) : IEnumerable<KeyValuePair<string, object>>
{
    private readonly OrderedDictionary<string, object> _properties = new(StringComparer.Ordinal);

    public string PartitionKey { get; set; } = partitionKey;

    public string RowKey { get; set; } = rowKey;

    /// <summary>As last read from or written to the service; opaque.</summary>
    public ETag ETag { get; set; }

    /// <summary>Set by the service, only on entities that were read.</summary>
    public DateTimeOffset? Timestamp { get; internal set; }

    /// <summary>Which request wrote the stored entity last; kept out of the bag, as no store has a use for it.</summary>
    internal string? WriteMark { get; set; }

    /// <summary>How many properties there are beside the keys.</summary>
    public int Count => _properties.Count;

    public IReadOnlyList<string> Names => _properties.Keys;

    public object? this[string name]
    {
        get => _properties.GetValueOrDefault(name);
        set => Set(name, value);
    }

    public bool ContainsKey(string name) => _properties.ContainsKey(name);

    public bool Remove(string name) => _properties.Remove(name);

    public string? GetString(string name) => (string?)Get(name, v => v as string);

    public int? GetInt32(string name) => (int?)Get(name, v => v is int ? v : null);

    public long? GetInt64(string name) => (long?)Get(name, v => v is int i ? (long)i : v is long ? v : null);

    // A whole number written without its type annotation comes back as an Int32.
    public double? GetDouble(string name) => (double?)Get(name, v => v is int i ? (double)i : v is double ? v : null);

    public bool? GetBoolean(string name) => (bool?)Get(name, v => v is bool ? v : null);

    public DateTimeOffset? GetDateTimeOffset(string name) => (DateTimeOffset?)Get(name, v => v is DateTimeOffset ? v : null);

    public Guid? GetGuid(string name) => (Guid?)Get(name, v => v is Guid ? v : null);

    public byte[]? GetBinary(string name) => (byte[]?)Get(name, v => v as byte[]);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Set(string name, object? value)
    {
        if (name is "PartitionKey" or "RowKey" or "Timestamp" or TableEntityJson.WriteMark)
            throw new ArgumentException($"{name} is not a property of the bag.", nameof(name));
        if (value is null)
            _properties.Remove(name);
        else if (value is string or int or long or double or bool or DateTimeOffset or Guid or byte[])
            _properties[name] = value;
        else
            throw new ArgumentException($"Property {name} cannot be stored as {value.GetType().Name}.", nameof(value));
    }

    private object? Get(string name, Func<object, object?> typed)
    {
        if (!_properties.TryGetValue(name, out var value))
            return null;
        return typed(value) ?? throw new InvalidOperationException($"Property {name} is stored as {value.GetType().Name}.");
    }
}
