using System.Buffers;
using System.Runtime.CompilerServices;
using Azure;

namespace ReflectionBot.Tables;

/// <summary>
/// What the service refuses, checked before sending: the emulator lets some of it through, and the service says
/// less about it. A message names the rule and where it was broken, never a value.
/// Source: "Understanding the Table service data model".
/// </summary>
internal static class TableRules
{
    private const int MaxKeyChars = 512;
    private const int MaxPropertyNameChars = 255;
    // The service's 252, of which one is the mark that every write leaves.
    private const int MaxProperties = 251;
    private const int WriteMarkBytes = 8 + (2 * 14) + 4 + (2 * 36);
    private const int MaxStringChars = 32 * 1024;
    private const int MaxBinaryBytes = 64 * 1024;
    private const int MaxEntityBytes = 1024 * 1024;
    private const int MaxActions = 100;
    private const int MaxTransactionBytes = 4 * 1024 * 1024;
    private const int MaxPageSize = 1000;

    // No control character comes after U+009F.
    private static readonly SearchValues<char> s_forbiddenInKey =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c))]);

    private static readonly DateTimeOffset s_firstTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string TableName(string name)
    {
        var legal = name.Length is >= 3 and <= 63
            && char.IsAsciiLetter(name[0])
            && name.All(char.IsAsciiLetterOrDigit)
            && !name.Equals("tables", StringComparison.OrdinalIgnoreCase);
        return Require(legal, name, "A table name is 3 to 63 ASCII letters and digits, begins with a letter, and is not 'tables'.");
    }

    public static void Key(string key, string which)
    {
        ArgumentNullException.ThrowIfNull(key, which);
        Require(key.Length <= MaxKeyChars, key, $"{which} is longer than {MaxKeyChars} characters.");
        Require(!key.AsSpan().ContainsAny(s_forbiddenInKey), key, $"{which} holds one of / \\ # ? or a control character.");
        Require(IsWellFormed(key), key, $"{which} holds half a surrogate pair.");
    }

    public static string PropertyName(string name)
    {
        var legal = name.Length is > 0 and <= MaxPropertyNameChars
            && (char.IsLetter(name[0]) || name[0] == '_')
            && name.All(c => char.IsLetterOrDigit(c) || c == '_');
        return Require(legal, name, $"A property name is letters, digits and _, at most {MaxPropertyNameChars}, and begins with no digit.");
    }

    public static void PageSize(int? maxPerPage) =>
        Require(maxPerPage is null or (> 0 and <= MaxPageSize), maxPerPage, $"A page holds 1 to {MaxPageSize} entities.");

    /// <summary>The service takes a missing condition as an upsert, which is never what an update meant.</summary>
    public static ETag IfMatch(ETag ifMatch) =>
        Require(ifMatch != default, ifMatch, "An update or delete needs an ETag; ETag.All means whatever is there.");

    public static void Entity(TableEntity entity)
    {
        Key(entity.PartitionKey, "PartitionKey");
        Key(entity.RowKey, "RowKey");
        Require(entity.Count <= MaxProperties, entity, $"An entity has at most {MaxProperties} properties of its own.");
        // The service's own formula, two bytes for a character.
        var size = 4L + WriteMarkBytes + (2 * (entity.PartitionKey.Length + entity.RowKey.Length));
        foreach (var (name, value) in entity)
        {
            PropertyName(name);
            size += 8 + (2 * name.Length) + SizeOf(name, value);
        }

        Require(size <= MaxEntityBytes, entity, "An entity is at most 1 MiB.");
    }

    public static void Transaction(IReadOnlyCollection<TableTransactionAction> actions)
    {
        Require(actions.Count is > 0 and <= MaxActions, actions, $"A transaction has 1 to {MaxActions} actions.");
        var rowKeys = new HashSet<string>(StringComparer.Ordinal);
        var partition = actions.First().Entity.PartitionKey;
        foreach (var action in actions)
        {
            Entity(action.Entity);
            Require(action.Entity.PartitionKey == partition, actions, "All actions of a transaction are in one partition.");
            if (action.IsConditional)
                IfMatch(action.ETag);
            Require(rowKeys.Add(action.Entity.RowKey), actions, "An entity is in a transaction only once.");
        }
    }

    public static void TransactionSize(int bytes) =>
        Require(bytes <= MaxTransactionBytes, bytes, "The body of a transaction is at most 4 MiB.");

    private static int SizeOf(string name, object value)
    {
        switch (value)
        {
            case string text:
                Require(text.Length <= MaxStringChars, name, $"Property {name} is longer than 64 KiB (32,768 characters).");
                Require(IsWellFormed(text), name, $"Property {name} holds half a surrogate pair.");
                return 4 + (2 * text.Length);
            case byte[] bytes:
                Require(bytes.Length <= MaxBinaryBytes, name, $"Property {name} is longer than 64 KiB.");
                return 4 + bytes.Length;
            case DateTimeOffset time:
                Require(time >= s_firstTime, name, $"Property {name} is a time before 1601.");
                return 8;
            case Guid:
                return 16;
            case bool:
                return 1;
            case int:
                return 4;
            default:
                return 8;
        }
    }

    // Half a pair has no UTF-8 and would silently be stored as another character.
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
                return false;
        }

        return true;
    }

    private static T Require<T>(
        bool kept, T value, string rule, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        kept ? value : throw new ArgumentException(rule, parameter);
}
