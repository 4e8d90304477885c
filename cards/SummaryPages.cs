using System.Runtime.InteropServices;

namespace ReflectionBot.Cards;

/// <summary>How many texts fit a card. Sizes are in bytes as sent, a text and its name together.</summary>
public static class SummaryPages
{
    /// <summary>Texts on one page: with everything else, and their beginning spoken, the card stays under 28 KB.</summary>
    private const int PageSize = 17_000;

    private const int OverviewSize = 6_000;
    private const int ExcerptSize = 700;
    private const int MostOnOverview = 6;

    // The JSON around a text and a name is less than 300 bytes.
    private const int Around = 300;

    /// <summary>How many texts the overview begins.</summary>
    public static int OnOverview(IReadOnlyList<int> sizes)
    {
        var (count, room) = (0, OverviewSize);
        while (count < Math.Min(sizes.Count, MostOnOverview) && (room -= Around + Math.Min(sizes[count], ExcerptSize)) >= 0)
        {
            count++;
        }

        return count;
    }

    /// <summary>A text's beginning, ended between two words.</summary>
    public static (string Text, bool IsWhole) Excerpt(string text)
    {
        var cut = SentSize.Cut(text, ExcerptSize);
        if (cut.Length == text.Length)
        {
            return (text, true);
        }

        var space = cut.LastIndexOf(' ');
        return ((space > cut.Length / 2 ? cut[..space] : cut).TrimEnd() + " …", false);
    }

    /// <summary>The pages, one after another. A text that is larger than a page has one to itself.</summary>
    public static IReadOnlyList<TextPage> Of(IReadOnlyList<int> sizes)
    {
        var pages = new List<TextPage>();
        var (first, room) = (0, PageSize);
        for (var at = 0; at < sizes.Count; at++)
        {
            room -= Around + sizes[at];
            if (room >= 0 || at == first)
            {
                continue;
            }

            pages.Add(new TextPage(first, at - first));
            (first, room) = (at, PageSize - Around - sizes[at]);
        }

        if (first < sizes.Count)
        {
            pages.Add(new TextPage(first, sizes.Count - first));
        }

        return pages;
    }
}

/// <summary>The texts on a page: from which place on, and how many.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPage(int First, int Count);
