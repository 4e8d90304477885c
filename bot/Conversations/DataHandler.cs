using Microsoft.Extensions.Options;
using ReflectionBot.Cards;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>A person's rights over what is stored about them: see it, take it along, delete it. Nobody else is asked.</summary>
internal sealed class DataHandler(
    Access access, PersonRecords records, PersonErasure erasure, FileExchange files, IOptions<Organisation> organisation) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } =
        [Cards.Verbs.DataShow, Cards.Verbs.DataRead, Cards.Verbs.DataExport, Cards.Verbs.DataDelete, Cards.Verbs.DataDeleteConfirmed];

    public Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken) => action.Verb switch
    {
        Cards.Verbs.DataExport => ExportAsync(caller, [action.About ?? PersonFile.Document], cancellationToken),
        Cards.Verbs.DataRead => ReadAsync(caller, action.Page, null, cancellationToken),
        Cards.Verbs.DataDelete => AskAsync(caller, cancellationToken),
        Cards.Verbs.DataDeleteConfirmed => DeleteAsync(caller, cancellationToken),
        _ => ShowAsync(caller, cancellationToken),
    };

    public async Task<ActionReply> ShowAsync(Caller caller, CancellationToken cancellationToken)
    {
        var person = await access.PersonAsync(caller, cancellationToken);
        var record = await records.OfAsync(caller.Tenant, caller.Member, cancellationToken);
        var lines = new PersonWords(person).Overview(record, organisation.Value.ForgetLeaversAfterDays);
        return ActionReply.Show(OwnCards.Data([.. lines], person.Texts));
    }

    /// <summary>Both files; as cards where Teams does not take them.</summary>
    public Task<ActionReply> ExportAsync(Caller caller, CancellationToken cancellationToken) =>
        ExportAsync(caller, [PersonFile.Document, PersonFile.Json], cancellationToken);

    /// <summary>Asks once; nothing has been deleted yet.</summary>
    public async Task<ActionReply> AskAsync(Caller caller, CancellationToken cancellationToken) =>
        ActionReply.Show(OwnCards.ConfirmDeletion((await access.PersonAsync(caller, cancellationToken)).Texts));

    private async Task<ActionReply> ExportAsync(Caller caller, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        var texts = (await access.PersonAsync(caller, cancellationToken)).Texts;
        foreach (var kind in kinds)
        {
            if (await files.OfferAsync(caller, PersonFile.Name, new FileWish(About: kind), cancellationToken) is not null)
                return await ReadAsync(caller, 0, texts.DataFallback, cancellationToken);
        }

        return ActionReply.Say(kinds.Count > 1 ? texts.FilesOffered : texts.FileOffered);
    }

    private async Task<ActionReply> ReadAsync(Caller caller, int page, string? why, CancellationToken cancellationToken)
    {
        var person = await access.PersonAsync(caller, cancellationToken);
        var rows = new PersonWords(person).Everything(await records.OfAsync(caller.Tenant, caller.Member, cancellationToken)).ToList();
        if (rows.Count == 0)
            return ActionReply.Show(OwnCards.Record([new RecordRow(person.Texts.DataNothing, [])], 0, 1, why, person.Texts));

        var pages = SummaryPages.Of([.. rows.Select(SizeOf)]);
        var at = Math.Clamp(page, 0, pages.Count - 1);
        var shown = rows.Skip(pages[at].First).Take(pages[at].Count);
        return ActionReply.Show(OwnCards.Record([.. shown], at, pages.Count, why, person.Texts));
    }

    private async Task<ActionReply> DeleteAsync(Caller caller, CancellationToken cancellationToken)
    {
        var texts = (await access.PersonAsync(caller, cancellationToken)).Texts;
        await erasure.EraseAsync(caller.Tenant, caller.Member, cancellationToken);
        return ActionReply.Show(OwnCards.Deleted(texts));
    }

    private static int SizeOf(RecordRow row) => row.Lines.Append(row.Title).Sum(line => SentSize.Of(line) + AroundALine);

    // The JSON around one line of a card.
    private const int AroundALine = 150;
}
