using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;

namespace ReflectionBot.Conversations;

/// <summary>Reads a question of the team's own, or says beside which field what is wrong. Pure; a form is whatever a client sent.</summary>
internal sealed class OwnReader(OwnForm form, CardTexts texts)
{
    public const int LongestText = 300;

    private const int LongestProbe = 200;
    private const int LongestEnd = 60;
    private const int LongestUnit = 20;
    private const int Largest = 1_000_000;

    private static readonly LocalizedText Elaborate = new(CardTexts.Danish.OwnElaborate, CardTexts.English.OwnElaborate);

    private readonly List<FieldProblem> _problems = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    /// <summary>Null when there are <see cref="Problems"/>.</summary>
    public Question? Read(QuestionId id)
    {
        var text = new LocalizedText(Line(Fields.OwnText, form.Text, LongestText), Line(Fields.OwnTextEn, form.TextEn, LongestText));
        if (text is { Danish.Length: 0, English.Length: 0 })
            _problems.Add(new FieldProblem(Fields.OwnText, texts.ErrorOwnText));
        var probe = new LocalizedText(Line(Fields.OwnProbe, form.Probe, LongestProbe), Line(Fields.OwnProbeEn, form.ProbeEn, LongestProbe));
        var question = new Question
        {
            Id = id,
            Type = Type(),
            Text = text,
            Probe = probe is { Danish.Length: 0, English.Length: 0 } ? Elaborate : probe,
        };
        var whole = question.Type switch
        {
            QuestionType.Scale or QuestionType.Dilemma => question with { Low = End(Fields.OwnLow, form.Low), High = End(Fields.OwnHigh, form.High) },
            QuestionType.Number => WithRange(question),
            _ => question,
        };
        return _problems.Count == 0 ? whole : null;
    }

    private Question WithRange(Question question)
    {
        var unit = Line(Fields.OwnUnit, form.Unit, LongestUnit);
        var (min, max) = (Whole(form.Min) ?? (Empty(form.Min) ? 0 : null), Whole(form.Max) ?? (Empty(form.Max) ? 100 : null));
        if (min is null || max is null || min >= max)
            _problems.Add(new FieldProblem(Fields.OwnMin, texts.ErrorOwnRange));
        return question with { Unit = new LocalizedText(unit, unit), Min = min, Max = max };
    }

    private QuestionType Type()
    {
        if (Enum.TryParse<QuestionType>(form.Type, out var type) && Enum.IsDefined(type) && type.ToString() == form.Type)
            return type;
        _problems.Add(new FieldProblem(Fields.OwnType, texts.ErrorChoice));
        return QuestionType.Open;
    }

    private LocalizedText End(string field, string? typed)
    {
        var end = Line(field, typed, LongestEnd);
        if (end.Length == 0 && !_problems.Exists(problem => problem.Field == field))
            _problems.Add(new FieldProblem(field, texts.ErrorOwnEnds));
        return new LocalizedText(end, end);
    }

    // One line: what controls or turns the text around it has no place in a question.
    private string Line(string field, string? typed, int longest)
    {
        var line = string.Concat((typed ?? string.Empty).Select(letter => char.IsControl(letter) ? ' ' : letter)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)).Trim();
        if (line.Length > longest)
            _problems.Add(new FieldProblem(field, texts.ErrorOwnLong(longest)));
        return line;
    }

    private static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);

    private static int? Whole(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) <= Largest
            ? number
            : null;
}
