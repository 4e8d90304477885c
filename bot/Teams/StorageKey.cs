using System.Diagnostics.CodeAnalysis;

namespace ReflectionBot.Teams;

/// <summary>What may become part of a key in table storage. Source: "Understanding the Table service data model".</summary>
internal static class StorageKey
{
    private const int LongestPart = 200;

    public static bool IsSafe([NotNullWhen(true)] string? part) =>
        part is { Length: > 0 and <= LongestPart } && !part.Any(IsForbidden);

    private static bool IsForbidden(char letter) =>
        letter is '/' or '\\' or '#' or '?' or '%' or '|' || char.IsControl(letter) || char.IsSurrogate(letter);
}
