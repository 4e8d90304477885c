using System.Text.RegularExpressions;

namespace ReflectionBot.Connector;

/// <summary>The AADSTS number out of an identity library's exception; the rest of the message stays out of the log.</summary>
internal static partial class EntraError
{
    public static string Of(Exception exception) => Number().Match(exception.ToString()) is { Success: true } match ? match.Value : "";

    [GeneratedRegex("AADSTS[0-9]{1,9}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
