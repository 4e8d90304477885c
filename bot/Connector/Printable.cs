namespace ReflectionBot.Connector;

/// <summary>Identifiers from outside, made safe for one log line: a bounded run of plain characters without line breaks, or a dash.</summary>
internal static class Printable
{
    private const int MaxLength = 128;

    public static string Of(string? identifier) =>
        identifier is { Length: > 0 and <= MaxLength } && identifier.All(IsPlain) ? identifier : "-";

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || "+/=.-_:;@,| ".Contains(character, StringComparison.Ordinal);
}
