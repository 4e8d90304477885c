using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>What the week will be, before it is saved: the form travels in the buttons.</summary>
public static class ReviewCard
{
    public static AdaptiveCard Render(ReviewView review, CardTexts texts) => Parts.Card(
        texts,
        texts.ReviewTitle,
        [
            Parts.Kicker(review.Team),
            Parts.Heading(texts.ReviewTitle),
            Parts.Words(review.Rhythm),
            Parts.Words(texts.ReviewHeads(texts.List(review.Heads)), Spacing.Small),
            Parts.Subheading(texts.ReviewNext),
            .. SlotList.Render(review.Slots, texts),
            Parts.Buttons(
                Parts.Primary(texts.Save, Verbs.SetupSave, review.Data),
                Parts.Button(texts.ChangeAgain, Verbs.SetupEdit, review.Data)),
        ]);
}

/// <summary>Settings to be confirmed; <c>Rhythm</c> is the week in one sentence, <c>Data</c> holds the form.</summary>
public sealed record ReviewView
{
    public required string Team { get; init; }

    public required string Rhythm { get; init; }

    public required IReadOnlyList<string> Heads { get; init; }

    public required IReadOnlyList<SlotView> Slots { get; init; }

    public required ActionData Data { get; init; }
}
