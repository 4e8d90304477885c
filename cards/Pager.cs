using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The way through a list that is longer than a card.</summary>
internal static class Pager
{
    /// <summary>Null where everything is on one page. Pages are counted from 0.</summary>
    public static Container? Render(string verb, int page, int pages, ActionData data, CardTexts texts) => pages < 2 ? null : new Container
    {
        Items = [Parts.Subtle(texts.PageNumber(page + 1, pages)), Parts.Buttons(Turns(verb, page, pages, data, texts))],
    };

    private static IEnumerable<CardAction> Turns(string verb, int page, int pages, ActionData data, CardTexts texts)
    {
        if (page > 0)
            yield return Parts.WithoutFields(texts.PreviousPage, verb, data with { Page = page - 1 });
        if (page < pages - 1)
            yield return Parts.WithoutFields(texts.NextPage, verb, data with { Page = page + 1 });
    }
}
