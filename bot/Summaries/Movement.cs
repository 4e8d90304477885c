using System.Globalization;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Summaries;

/// <summary>How a picture stands beside the last of the same question and the last of the same area. Only rounds that passed the gate on their own count.</summary>
internal static class Movement
{
    /// <param name="now">The round that is read.</param>
    /// <param name="before">Those open to the reader that came before it, oldest first.</param>
    /// <param name="texts">The reader's language.</param>
    public static IEnumerable<string> Lines(SummarisedRound now, IReadOnlyList<SummarisedRound> before, CardTexts texts)
    {
        if (now.Summary.Picture is not { } picture)
            yield break;

        var compared = before.Where(one => one.Summary.Picture is not null).ToList();
        var question = compared.FindLast(one => one.Asked.Question.Id == now.Asked.Question.Id);
        if (question is not null)
            yield return texts.MovedQuestion(Week(question), Say(question.Summary.Picture!, texts), Say(picture, texts));

        var area = compared.FindLast(one => one.Asked.Area == now.Asked.Area && one.Summary.Picture!.Mean is not null);
        if (picture.Mean is not null && area is not null && area != question)
            yield return texts.MovedArea(Week(area), Say(area.Summary.Picture!, texts), Say(picture, texts));
    }

    private static string Week(SummarisedRound round) => round.Round.Id.Slot.IsoWeek.ToString(CultureInfo.InvariantCulture);

    private static string Say(Picture picture, CardTexts texts) =>
        picture.Mean is { } mean ? texts.OneDecimal(mean) : texts.AtMostOneDecimal(picture.Median ?? 0);
}
