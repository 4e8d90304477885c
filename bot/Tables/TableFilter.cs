using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ReflectionBot.Tables;

/// <summary>
/// Builds query filters from interpolated text; every hole becomes a literal of its type, so that no value can
/// change the filter's meaning. A type the service does not know does not compile.
/// </summary>
internal static class TableFilter
{
    /// <example><c>TableFilter.Create($"PartitionKey eq {team} and RowKey ge {from}")</c></example>
    public static string Create(Handler filter) => filter.ToString();

    /// <summary>Values of <paramref name="property"/> that begin with <paramref name="prefix"/>; the service has no such function.</summary>
    public static string Prefix(string property, string prefix)
    {
        TableRules.PropertyName(property);
        return $"{property} ge {Quote(prefix)} and {property} lt {Quote(After(prefix))}";
    }

    private static string After(string prefix)
    {
        // Half a surrogate pair or the last character of all has no next one; our prefixes end in a separator.
        if (prefix.Length == 0 || char.IsSurrogate(prefix[^1]) || prefix[^1] >= '\uFFFE' || prefix[^1] == '\uD7FF')
            throw new ArgumentException("A prefix is not empty and ends in an ordinary character.", nameof(prefix));
        return prefix[..^1] + (char)(prefix[^1] + 1);
    }

    private static string Quote(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    [InterpolatedStringHandler]
    public readonly ref struct Handler
    {
        private readonly StringBuilder _text;

        public Handler(int literalLength, int formattedCount) =>
            _text = new StringBuilder(literalLength + (16 * formattedCount));

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted(string value) => Literal(Quote(value));

        public void AppendFormatted(bool value) => Literal(value ? "true" : "false");

        public void AppendFormatted(int value) => Literal(value.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(long value) => Literal(value.ToString(CultureInfo.InvariantCulture) + "L");

        public void AppendFormatted(double value)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException("A filter compares with finite numbers only.", nameof(value));
            var digits = value.ToString("R", CultureInfo.InvariantCulture);
            Literal(digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0");
        }

        public void AppendFormatted(DateTimeOffset value) =>
            Literal("datetime'" + value.UtcDateTime.ToString("o", CultureInfo.InvariantCulture) + "'");

        public void AppendFormatted(Guid value) => Literal("guid'" + value.ToString("D") + "'");

        public void AppendFormatted(byte[] value) => Literal("X'" + Convert.ToHexStringLower(value) + "'");

        public override string ToString() => _text.ToString();

        private void Literal(string literal)
        {
            // Quotes around a hole are a habit from joining strings; here they would end the literal early.
            if (_text.Length > 0 && _text[^1] == '\'')
                throw new ArgumentException("A hole of a filter stands without quotes; they are added by its type.", nameof(literal));
            _text.Append(literal);
        }
    }
}
