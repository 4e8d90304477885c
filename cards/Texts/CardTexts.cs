using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace ReflectionBot.Cards.Texts;

/// <summary>
/// Every sentence a person reads, in one language. The words live in <c>Texts.resx</c> (Danish) and <c>Texts.en.resx</c>;
/// each has a member of the same name here, and a test keeps the three alike.
/// </summary>
public sealed partial class CardTexts
{
    private static readonly ResourceManager Resources = new("ReflectionBot.Cards.Texts.Texts", typeof(CardTexts).Assembly);

    private readonly CultureInfo _culture;

    private CardTexts(CultureInfo culture) => _culture = culture;

    public static CardTexts Danish { get; } = new(CultureInfo.GetCultureInfo("da-DK"));

    public static CardTexts English { get; } = new(CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>The two-letter language, as a card's <c>lang</c>.</summary>
    public string Lang => _culture.TwoLetterISOLanguageName;

    /// <summary>The language's own alphabet: in Danish Å comes last.</summary>
    public StringComparer Alphabet => StringComparer.Create(_culture, ignoreCase: true);

    private bool IsDanish => ReferenceEquals(this, Danish);

    /// <summary>"mandag 23. november kl. 09.00", "Monday 23 November at 09:00". The instant must already be in the reader's zone.</summary>
    public string Moment(DateTimeOffset local) =>
        local.ToString(IsDanish ? "dddd d. MMMM 'kl.' HH'.'mm" : "dddd d MMMM 'at' HH:mm", _culture);

    /// <summary>"23. november 2026", "23 November 2026".</summary>
    public string Date(DateOnly date) =>
        date.ToString(IsDanish ? "d. MMMM yyyy" : "d MMMM yyyy", _culture);

    /// <summary>"mandag kl. 09.00", "Monday at 09:00".</summary>
    public string WeeklyMoment(DayOfWeek day, TimeOnly time) =>
        DayName(day) + time.ToString(IsDanish ? "' kl. 'HH'.'mm" : "' at 'HH:mm", _culture);

    public string DayName(DayOfWeek day) => _culture.DateTimeFormat.GetDayName(day);

    /// <summary>One decimal, with the language's own comma.</summary>
    public string OneDecimal(double value) => value.ToString("0.0", _culture);

    /// <summary>A middle number: whole where it is, or with its half.</summary>
    public string AtMostOneDecimal(double value) => value.ToString("0.#", _culture);

    /// <summary>A whole number with the language's own thousands separator.</summary>
    public string Whole(int value) => value.ToString("N0", _culture);

    /// <summary>"A", "A og B", "A, B og C".</summary>
    public string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => string.Empty,
        1 => names[0],
        _ => And(string.Join(", ", names.Take(names.Count - 1)), names[^1]),
    };

    /// <summary>A sentence that starts with a weekday or a name starts with a capital all the same.</summary>
    public string Capital(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToUpper(sentence[0], _culture) + sentence[1..];

    private string Get([CallerMemberName] string name = "") =>
        Resources.GetString(name, _culture) ?? throw new MissingManifestResourceException(name);

    private string Format(object[] values, [CallerMemberName] string name = "") =>
        string.Format(_culture, Get(name), values);
}
