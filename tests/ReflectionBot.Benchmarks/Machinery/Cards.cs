using System.Text.Json.Nodes;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Benchmarks;

/// <summary>A prompt as it goes out.</summary>
internal static class Prompt
{
    public const string Notice = "Ugens spørgsmål";

    public static JsonNode Card(string team) => PromptCard.Render(
        new PromptView
        {
            Team = team,
            Area = "Tillid",
            Lead = "Tillid er ikke fravær af kontrol, men at vide hvad kontrollen er til for.",
            Question = new QuestionView(QuestionKind.Scale, "Hvor tit traf dine folk i denne uge en beslutning, som du for et år siden selv ville have truffet?", "Hvad gjorde det muligt?")
            {
                Low = "slet ikke",
                High = "hver dag",
            },
            Heads = ["Mette Lindgaard"],
            Threshold = 5,
            ClosesAt = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.FromHours(1)),
            Data = new ActionData { Team = "19:" + team, Slot = "2026-W48" },
        },
        CardTexts.Danish).ToJson();
}
