using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The weeks to come, as they will be unless someone changes something.</summary>
public static class WeeksCard
{
    public static AdaptiveCard Render(string team, IReadOnlyList<SlotView> slots, ActionData data, CardTexts texts) => Parts.Card(
        texts,
        texts.WeeksTitle,
        [
            Parts.Kicker(team),
            Parts.Heading(texts.WeeksTitle),
            .. SlotList.Render(slots, texts),
            Parts.Buttons(Parts.WithoutFields(texts.Back, Verbs.DeskShow, data)),
        ]);
}
