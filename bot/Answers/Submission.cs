using System.Globalization;
using System.Text;
using ReflectionBot.Cards;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>What a leader sent, judged against the question: an answer, or the one thing to mend first. Pure.</summary>
internal static class Submission
{
    /// <summary>UTF-16 characters, line ends counted as one.</summary>
    public const int LongestText = 4_000;

    public static (Answer? Answer, SubmissionProblem? Problem) Read(Question question, AnswerFields fields, bool offersNamed = true)
    {
        var text = Normalise(fields.Text);
        var value = Value(question, fields);
        if (Problem(question, value, text) is { } problem)
            return (null, problem);

        return fields.Visibility switch
        {
            VisibilityChoice.Anonymous => (new Answer(value, text, Visibility.Anonymous), null),
            VisibilityChoice.Named when offersNamed => (new Answer(value, text, Visibility.Named), null),
            VisibilityChoice.Private => (new Answer(value, text, Visibility.Private), null),
            _ => (null, SubmissionProblem.Visibility),
        };
    }

    private static SubmissionProblem? Problem(Question question, int? value, string? text) => question.Type switch
    {
        QuestionType.Scale or QuestionType.Dilemma when value is not (>= 1 and <= 5) => SubmissionProblem.Score,
        QuestionType.Number when value is null || value < question.Min || value > question.Max => SubmissionProblem.Number,
        QuestionType.Open when text is null => SubmissionProblem.Empty,
        _ when text?.Length > LongestText => SubmissionProblem.TooLong,
        _ when CprGuard.Suspects(text) => SubmissionProblem.Cpr,
        _ when text?.EnumerateRunes().Any(IsInvisible) == true => SubmissionProblem.Invisible,
        _ => null,
    };

    private static int? Value(Question question, AnswerFields fields) => question.Type switch
    {
        QuestionType.Scale or QuestionType.Dilemma => Whole(fields.Score),
        QuestionType.Number => Whole(fields.Number),
        _ => null,
    };

    // Some clients send a number field as "12", others as "12.0".
    private static int? Whole(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    private static string? Normalise(string? text)
    {
        var trimmed = text?.ReplaceLineEndings("\n").Trim();
        return trimmed?.EnumerateRunes().All(IsBlank) != false ? null : trimmed;
    }

    // Joiners and zero-width spaces belong inside words and emoji; alone they are as good as nothing.
    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !IsInvisible(rune));

    // Control characters, and the marks that turn the direction of the text around them: they could disguise what stands beside.
    private static bool IsInvisible(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
        || rune == Rune.ReplacementChar
        || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}

internal enum SubmissionProblem
{
    Empty,
    TooLong,
    Invisible,
    Score,
    Number,
    Visibility,

    /// <summary>Something in the text looks like a civil registration number.</summary>
    Cpr,
}
