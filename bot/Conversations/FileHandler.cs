using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Conversations;

/// <summary>The buttons that offer a file.</summary>
internal sealed class FileHandler(FileExchange files, Access access) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.AuditExport, Cards.Verbs.SummaryExport];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var kind = action.Verb is Cards.Verbs.AuditExport ? AuditFile.Name : SummaryFile.Name;
        var refusal = await files.OfferAsync(caller, kind, new FileWish(action.Team, action.Slot, action.About), cancellationToken);
        var texts = (await access.FindAsync(caller, action.Team, cancellationToken))?.Texts ?? CardTexts.Danish;
        return ActionReply.Say(refusal ?? texts.FileOffered);
    }
}
