using System.Globalization;
using System.Xml.Linq;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>A summary as a document to read or a table, for the department head who may read its card: the same content, nothing more.</summary>
internal sealed class SummaryFile(SummaryHandler handler, SummaryCards cards, SummaryStore summaries) : IFileSource
{
    public const string Name = "summary";
    public const string Table = "table";

    // A file of so many is still one that OneDrive takes in one piece.
    private const int MostTexts = 5_000;

    public string Kind => Name;

    public async Task<(OfferedFile? File, string? Refusal)> WriteAsync(Caller caller, FileWish wish, CancellationToken cancellationToken)
    {
        if (!SlotId.TryParse(wish.Slot, out var slot))
            return (null, CardTexts.Danish.Refused);
        var (reading, refusal) = await handler.FindAsync(caller, wish.Team, slot, cancellationToken);
        if (reading is not var (head, round, summary))
            return (null, refusal!.Line);

        var isTable = wish.About == Table;
        var (team, texts) = (head.Reader, head.Texts);
        var view = await cards.HeadsViewAsync(team, round, summary, head.Member, cancellationToken);
        var voices = await summaries.VoicesAsync(round.Id, cancellationToken).Take(MostTexts).ToListAsync(cancellationToken);
        var lines = Lines(view, texts).ToList();
        var name = string.Create(CultureInfo.InvariantCulture, $"{texts.SummaryFileName}-{slot}.{(isTable ? "csv" : "html")}");
        return (new OfferedFile(name, texts.FileSummaryDescription(team.Name, slot.IsoWeek), isTable ? CsvOf(lines, voices, texts) : Document(view, lines, voices, texts), texts)
        {
            Noted = (team.Id, new AuditEntry(AuditAct.Exported, head.Member.Id, slot.ToString(), null, name)),
        }, null);
    }

    // What the card says in words, as label and value.
    private static IEnumerable<(string Label, string Value)> Lines(SummaryView view, CardTexts texts)
    {
        yield return (texts.CsvTeam, view.Team);
        yield return (texts.CsvArea, view.Area);
        yield return (texts.CsvQuestion, view.Question.Text);
        yield return (texts.CsvParticipation, SummaryCard.TookPart(view, texts));
        if (view.Hidden is { } hidden)
            yield return (texts.CsvHidden, SummaryCard.HiddenReason(hidden, view.Threshold, texts));
        if (view.Picture is { } picture)
        {
            foreach (var bar in picture.Bars)
                yield return (bar.Label, texts.Whole(bar.Count));
            foreach (var line in SummaryPicture.Lines(view.Question, picture, texts))
                yield return (texts.Distribution, line);
        }

        foreach (var line in view.Movement)
            yield return (texts.TrendTitle, line);
        if (view.Words.Count > 0)
            yield return (texts.WordsTitle, string.Join(" · ", view.Words.Select(word => texts.WordLeaders(word.Text, word.Leaders))));
    }

    private static byte[] CsvOf(List<(string Label, string Value)> lines, List<Voice> voices, CardTexts texts) => Csv.Write(
    [
        .. lines.Select(line => (IEnumerable<string>)[line.Label, line.Value]),
        .. voices.Select(voice => (IEnumerable<string>)[voice.Name ?? texts.Anonymous, voice.Text]),
    ]);

    private static byte[] Document(SummaryView view, List<(string Label, string Value)> lines, List<Voice> voices, CardTexts texts) => HtmlFile.Write(
        texts,
        texts.SummaryNotice(view.Area),
        new XElement("h1", view.Area),
        new XElement("p", new XElement("strong", view.Question.Text)),
        HtmlFile.Table(lines),
        new XElement("h2", texts.MeetingTitle),
        new XElement("p", view.Question.Probe),
        voices.Count > 0 ? new XElement("h2", texts.TextsTitle) : null,
        voices.Select(voice => HtmlFile.Quote(voice.Text, voice.Name)));
}
