using System.Globalization;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The field that a question's type asks for. An open question has none of its own: its answer is the text.</summary>
internal static class QuestionField
{
    public static Element? Render(QuestionView question, AnswerFields? typed, CardTexts texts) => question.Kind switch
    {
        QuestionKind.Scale => Steps(question, texts.ScaleLabel, "3", typed?.Score),
        QuestionKind.Dilemma => Steps(question, texts.DilemmaLabel, "3 – " + texts.DilemmaMiddle, typed?.Score),
        QuestionKind.Number => new NumberInput
        {
            Id = Fields.Number,
            Label = texts.NumberLabel(question.Unit ?? string.Empty),
            Min = question.Min,
            Max = question.Max,
            Value = int.TryParse(typed?.Number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
        },
        _ => null,
    };

    private static ChoiceSetInput Steps(QuestionView question, string label, string middle, string? chosen) => new()
    {
        Id = Fields.Score,
        Label = label,
        Style = ChoiceStyle.Expanded,
        Value = chosen is "1" or "2" or "3" or "4" or "5" ? chosen : null,
        Choices =
        [
            new("1 – " + question.Low, "1"),
            new("2", "2"),
            new(middle, "3"),
            new("4", "4"),
            new("5 – " + question.High, "5"),
        ],
    };
}
