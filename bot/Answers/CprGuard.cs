using System.Globalization;
using System.Text.RegularExpressions;

namespace ReflectionBot.Answers;

/// <summary>
/// Finds what looks like a Danish civil registration number: six digits that can be a date, then four, with or without a hyphen
/// or a space between. The modulus is not looked at: numbers without it have been given out since 2007.
/// Source: the CPR office, "Personnummeret i CPR".
/// </summary>
internal static partial class CprGuard
{
    private const int LeapYear = 2000;

    public static bool Suspects(string? text) =>
        text is not null && Candidate().Matches(Plain(text)).Any(found => IsDate(found.Groups["day"].ValueSpan, found.Groups["month"].ValueSpan));

    // 29 February is a date in some century.
    private static bool IsDate(ReadOnlySpan<char> day, ReadOnlySpan<char> month) =>
        int.Parse(month, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var inYear
        && int.Parse(day, CultureInfo.InvariantCulture) is >= 1 and var inMonth && inMonth <= DateTime.DaysInMonth(LeapYear, inYear);

    // Digits of any script are digits to a reader, and so is every dash a hyphen; what takes no room is not seen at all.
    private static string Plain(string text) => string.Concat(text
        .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
        .Select(character => CharUnicodeInfo.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)),
            UnicodeCategory.DashPunctuation => '-',
            _ when character == '\u2212' => '-',
            _ when char.IsWhiteSpace(character) => ' ',
            _ => character,
        }));

    [GeneratedRegex("(?<![0-9])(?<day>[0-9]{2})(?<month>[0-9]{2})[0-9]{2} ?-? ?[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Candidate();
}
