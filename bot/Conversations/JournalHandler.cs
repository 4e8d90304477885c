using System.Globalization;
using ReflectionBot.Answers;
using ReflectionBot.Cards;
using ReflectionBot.Questions;

namespace ReflectionBot.Conversations;

/// <summary>A person's own reflections, for nobody but themselves: newest first, all of them or one area's.</summary>
internal sealed class JournalHandler(Access access, JournalStore journal) : ICardActionHandler
{
    private const int EntriesOnAPage = 5;
    private const int MostInTheTrend = 12;

    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.JournalShow];

    public Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken) =>
        ShowAsync(caller, action.About, action.Page, cancellationToken);

    public async Task<ActionReply> ShowAsync(Caller caller, string? about, int page, CancellationToken cancellationToken)
    {
        var person = await access.PersonAsync(caller, cancellationToken);
        var all = await journal.AllAsync(caller.Tenant, caller.Member, cancellationToken);
        // An area whose reflections are gone meanwhile is no area any more.
        var area = all.Exists(entry => entry.Area.Value == about) ? about : null;
        var chosen = area is null ? all : all.FindAll(entry => entry.Area.Value == area);
        var pages = Math.Max(1, (chosen.Count + EntriesOnAPage - 1) / EntriesOnAPage);
        var at = Math.Clamp(page, 0, pages - 1);
        var view = new JournalView
        {
            Entries = [.. chosen.Skip(at * EntriesOnAPage).Take(EntriesOnAPage).Select(entry => View(entry, person))],
            Areas = [.. all.DistinctBy(entry => entry.Area).Select(entry => new JournalArea(entry.Area.Value, entry.Title))],
            Area = area,
            Trend = area is null ? [] : Trend(chosen, person),
            Page = at,
            Pages = pages,
        };
        return ActionReply.Show(OwnCards.Journal(view, person.Texts));
    }

    private static JournalEntryView View(JournalEntry entry, Person person) =>
        new(person.Day(entry.At), entry.Title, entry.Question, entry.Value, entry.Text is { } text ? SummaryPages.Excerpt(text).Text : null);

    // Steps alone: numbers of other questions, in other units, cannot stand beside each other.
    private static List<BarView> Trend(List<JournalEntry> chosen, Person person) =>
    [
        .. chosen.Where(entry => entry is { Value: not null, Kind: QuestionType.Scale or QuestionType.Dilemma })
            .Take(MostInTheTrend)
            .Reverse()
            .Select(entry => new BarView(person.Day(entry.At).ToString("d. M. yy", CultureInfo.InvariantCulture), entry.Value!.Value)),
    ];
}
