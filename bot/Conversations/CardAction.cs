using System.Globalization;
using System.Text;
using System.Text.Json;
using ReflectionBot.Cards;

namespace ReflectionBot.Conversations;

/// <summary>
/// One press of a button: the verb, where the button belongs, and the fields. Everything but the caller is the client's
/// word; a value that is missing or of another kind than expected is read as absent.
/// </summary>
internal sealed record CardAction(string Verb, JsonElement Data)
{
    /// <summary>From an <c>adaptiveCard/action</c> invoke: <c>value.action.verb</c> and <c>value.action.data</c>.</summary>
    public static CardAction? OfExecute(JsonElement? value) =>
        Property(value, "action") is { } action && Text(action, "verb") is { } verb
            ? new CardAction(verb, Property(action, "data") ?? default)
            : null;

    /// <summary>From an Action.Submit: the verb lies among the data.</summary>
    public static CardAction? OfSubmit(JsonElement? value) =>
        value is { } data && Text(data, "verb") is { } verb ? new CardAction(verb, data) : null;

    public string? Team => this["team"];

    public string? Slot => this["slot"];

    public string? Member => this["member"];

    public string? About => this["about"];

    public bool On => this["on"] == "true";

    /// <summary>The settings as the card showed them; null when it did not say.</summary>
    public IReadOnlyList<string>? Seen =>
        Property(Data, "seen") is { ValueKind: JsonValueKind.Array } seen
            ? [.. seen.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.String ? Characters(value) ?? string.Empty : string.Empty)]
            : null;

    public int Page => int.TryParse(this["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    /// <summary>A field or a datum as text, whether the client sent it as text, number or boolean.</summary>
    public string? this[string name] => Text(Data, name);

    public AnswerFields Answer => new(this[Fields.Score], this[Fields.Number], this[Fields.Text], this[Fields.Visibility]) { Keep = this[Fields.Keep] };

    /// <summary>The set-up form: as typed, or as it travelled in the button.</summary>
    public SetupForm Setup => Property(Data, "form") is { } form ? Form(new CardAction(Verb, form)) : Form(this);

    /// <summary>An own question: as typed, or as it travelled in the button; null where a button carried none.</summary>
    public OwnForm? Own => Property(Data, "own") is { } own ? OwnFields(new CardAction(Verb, own), "text", "textEn", "probe", "probeEn", "type", "low", "high", "unit", "min", "max")
        : this[Fields.OwnText] is null && this[Fields.OwnTextEn] is null && this[Fields.OwnType] is null ? null
        : OwnFields(this, Fields.OwnText, Fields.OwnTextEn, Fields.OwnProbe, Fields.OwnProbeEn, Fields.OwnType, Fields.OwnLow, Fields.OwnHigh, Fields.OwnUnit, Fields.OwnMin, Fields.OwnMax);

    private static OwnForm OwnFields(CardAction from, params string[] names) => new()
    {
        Text = from[names[0]],
        TextEn = from[names[1]],
        Probe = from[names[2]],
        ProbeEn = from[names[3]],
        Type = from[names[4]],
        Low = from[names[5]],
        High = from[names[6]],
        Unit = from[names[7]],
        Min = from[names[8]],
        Max = from[names[9]],
    };

    private static SetupForm Form(CardAction fields) => new()
    {
        OpensOn = fields[Fields.OpensOn],
        OpensAt = fields[Fields.OpensAt],
        RemindsOn = fields[Fields.RemindsOn],
        RemindsAt = fields[Fields.RemindsAt],
        ClosesOn = fields[Fields.ClosesOn],
        ClosesAt = fields[Fields.ClosesAt],
        EveryWeeks = fields[Fields.EveryWeeks],
        TimeZone = fields[Fields.TimeZone],
        Language = fields[Fields.Language],
        Heads = fields[Fields.Heads],
        HeadsAnswer = fields[Fields.HeadsAnswer],
    };

    private static JsonElement? Property(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? value : null;

    // Half a surrogate pair is JSON but no text; what stands for it is then refused like any invisible character.
    private static string? Characters(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return Rune.ReplacementChar.ToString();
        }
    }

    private static string? Text(JsonElement parent, string name) => Property(parent, name) switch
    {
        { ValueKind: JsonValueKind.String } text => Characters(text),
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } other => other.GetRawText(),
        _ => null,
    };
}
