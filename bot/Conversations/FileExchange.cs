using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Connector;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>
/// A file in somebody's own OneDrive: offered, consented to, put there, shown. It is written when consent comes, for whoever
/// then consents and may have it; nothing waits in storage meanwhile.
/// </summary>
internal sealed class FileExchange
{
    private const int MostRemembered = 1_000;

    private readonly ConcurrentDictionary<string, bool> _taken = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, IFileSource> _sources;
    private readonly ConnectorClient _connector;
    private readonly FileUpload _upload;
    private readonly AuditLog _audit;
    private readonly Replies _replies;

    public FileExchange(IEnumerable<IFileSource> sources, ConnectorClient connector, FileUpload upload, AuditLog audit, Replies replies)
    {
        _sources = sources.ToFrozenDictionary(source => source.Kind, StringComparer.Ordinal);
        (_connector, _upload, _audit, _replies) = (connector, upload, audit, replies);
    }

    /// <summary>Null when the file has been offered; otherwise what to say instead.</summary>
    public async Task<string?> OfferAsync(Caller caller, string kind, FileWish wish, CancellationToken cancellationToken)
    {
        var (file, refusal) = await _sources[kind].WriteAsync(caller, wish, cancellationToken);
        if (file is null)
            return refusal;

        var context = new JsonObject { ["file"] = kind, ["team"] = wish.Team, ["slot"] = wish.Slot, ["about"] = wish.About };
        var offer = Activity.WithFileConsent(file.Name, file.Description, file.Content.Length, context);
        var sent = await _connector.SendToConversationAsync(caller.Conversation, offer, cancellationToken);
        return sent.Kind == VerdictKind.Sent ? null : file.Texts.FileNotAllowed;
    }

    /// <summary>Answers <c>fileConsent/invoke</c>. The same consent may come three times; the file is put there once.</summary>
    public async Task<InvokeResponse> ConsentedAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Caller.Of(activity) is not { } caller || activity.Value is not { ValueKind: JsonValueKind.Object } value
            || !_sources.TryGetValue(Text(value, "context", "file") ?? string.Empty, out var source))
            return InvokeResponse.Empty;

        var wish = new FileWish(Text(value, "context", "team"), Text(value, "context", "slot"), Text(value, "context", "about"));
        var (file, refusal) = await source.WriteAsync(caller, wish, cancellationToken);
        if (file is null)
        {
            await _replies.SayAsync(caller, refusal!, cancellationToken);
            return InvokeResponse.Empty;
        }

        if (Text(value, "action") == "accept" && IsFirst(Text(value, "uploadInfo", "uniqueId")))
            await PutAsync(caller, file, activity.ReplyToId, value, cancellationToken);
        else if (Text(value, "action") == "decline")
            await SettleAsync(caller, activity.ReplyToId, Activity.WithText(file.Texts.FileDeclined), cancellationToken);
        return InvokeResponse.Empty;
    }

    private async Task PutAsync(Caller caller, OfferedFile file, string? consent, JsonElement value, CancellationToken cancellationToken)
    {
        var uniqueId = Text(value, "uploadInfo", "uniqueId");
        if (!await _upload.TryPutAsync(Text(value, "uploadInfo", "uploadUrl"), file.Content, cancellationToken))
        {
            _taken.TryRemove(uniqueId ?? string.Empty, out var _);
            await SettleAsync(caller, consent, Activity.WithText(file.Texts.FileFailed), cancellationToken);
            return;
        }

        if (file.Noted is { } noted)
            await _audit.WriteAsync(noted.Team, noted.Entry, cancellationToken);
        var shown = Activity.WithFile(file.Name, Text(value, "uploadInfo", "contentUrl"), uniqueId, Path.GetExtension(file.Name).TrimStart('.'));
        await SettleAsync(caller, consent, shown, cancellationToken);
    }

    // In the consent card's place where that is still there: a consent that is settled is not to be given again.
    private async Task SettleAsync(Caller caller, string? consent, Activity message, CancellationToken cancellationToken)
    {
        if (consent is { Length: > 0 } && (await _connector.UpdateActivityAsync(caller.Conversation, consent, message, cancellationToken)).Kind == VerdictKind.Sent)
            return;
        await _replies.SendAsync(caller, message, cancellationToken);
    }

    private bool IsFirst(string? uniqueId)
    {
        if (_taken.Count >= MostRemembered)
            _taken.Clear();
        return _taken.TryAdd(uniqueId ?? string.Empty, true);
    }

    private static string? Text(JsonElement value, params string[] path)
    {
        foreach (var name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}

/// <summary>Writes one kind of file for whoever may have it.</summary>
internal interface IFileSource
{
    /// <summary>The name of the kind, as it travels in the offer.</summary>
    string Kind { get; }

    /// <summary>The file, or the sentence that says why not.</summary>
    Task<(OfferedFile? File, string? Refusal)> WriteAsync(Caller caller, FileWish wish, CancellationToken cancellationToken);
}

/// <summary>Which of its kind: a team's thread, a slot, a word of the source's own. The client's word, like everything on a card.</summary>
internal sealed record FileWish(string? Team = null, string? Slot = null, string? About = null);

/// <summary>A file as it is put there. <c>Name</c> ends in its type; <c>Noted</c> is the line its taking leaves in a team's log.</summary>
internal sealed record OfferedFile(string Name, string Description, byte[] Content, CardTexts Texts)
{
    public (TeamId Team, AuditEntry Entry)? Noted { get; init; }
}
