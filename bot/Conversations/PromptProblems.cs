using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;

namespace ReflectionBot.Conversations;

/// <summary>What is said about an answer that cannot be saved, and how much of it comes back to be mended.</summary>
internal static class PromptProblems
{
    /// <summary>In bytes as sent, room for whatever may be saved and for six times its letters: a longer text would not fit a card.</summary>
    private const int MostKept = 24_000;

    public static string Say(SubmissionProblem problem, Question question, AnswerFields fields, CardTexts texts) => problem switch
    {
        SubmissionProblem.Empty => texts.ErrorEmpty,
        SubmissionProblem.TooLong => texts.ErrorTooLong(fields.Text!.ReplaceLineEndings("\n").Trim().Length),
        SubmissionProblem.Invisible => texts.ErrorInvisible,
        SubmissionProblem.Cpr => texts.ErrorCpr,
        SubmissionProblem.Score => texts.ErrorScore,
        SubmissionProblem.Number => texts.ErrorNumber(question.Min ?? int.MinValue, question.Max ?? int.MaxValue),
        _ => texts.ErrorVisibility,
    };

    public static AnswerFields Keep(AnswerFields fields) => fields with
    {
        Text = fields.Text is { } text ? SentSize.Cut(text, MostKept) : null,
    };
}
