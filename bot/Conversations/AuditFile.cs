using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReflectionBot.Connector;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>
/// A team's log as a file in the administrator's own OneDrive: offered, consented to, put there, shown. It is written when
/// consent comes, for whoever then consents; nothing waits in storage meanwhile.
/// </summary>
internal sealed class AuditFile(
    Access access, AuditLog audit, AuditWords words, ConnectorClient connector, FileUpload upload, Replies replies, TimeProvider time) : ICardActionHandler
{
    private const int MostRemembered = 1_000;
    private const int MostLines = 50_000;

    private readonly ConcurrentDictionary<string, bool> _taken = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Verbs { get; } = [Cards.Verbs.AuditExport];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var (administrator, refusal) = await access.AdministratorAsync(caller, action.Team, cancellationToken);
        if (administrator is not { Team: var team })
            return refusal!;

        var texts = team.Language.Texts();
        var content = await WriteAsync(team, cancellationToken);
        var offer = Activity.WithFileConsent(Name(team), texts.FileAuditDescription(team.Name), content.Length, new JsonObject { ["file"] = "audit", ["team"] = team.Id.Thread });
        var sent = await connector.SendToConversationAsync(caller.Conversation, offer, cancellationToken);
        return ActionReply.Say(sent.Kind == VerdictKind.Sent ? texts.FileOffered : texts.FileNotAllowed);
    }

    /// <summary>Answers <c>fileConsent/invoke</c>. The same consent may come three times; the file is put there once.</summary>
    public async Task<InvokeResponse> ConsentedAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Caller.Of(activity) is not { } caller || activity.Value is not { ValueKind: JsonValueKind.Object } value)
            return InvokeResponse.Empty;

        var (administrator, refusal) = await access.AdministratorAsync(caller, Text(value, "context", "team"), cancellationToken);
        if (administrator is not { Team: var team, Member: var by })
        {
            await replies.SayAsync(caller, refusal!.Line!, cancellationToken);
            return InvokeResponse.Empty;
        }

        if (Text(value, "action") == "accept" && IsFirst(Text(value, "uploadInfo", "uniqueId")))
            await PutAsync(caller, team, by.Id, activity.ReplyToId, value, cancellationToken);
        else if (Text(value, "action") == "decline")
            await SettleAsync(caller, activity.ReplyToId, Activity.WithText(team.Language.Texts().FileDeclined), cancellationToken);
        return InvokeResponse.Empty;
    }

    private async Task PutAsync(Caller caller, Team team, MemberId by, string? consent, JsonElement value, CancellationToken cancellationToken)
    {
        var content = await WriteAsync(team, cancellationToken);
        if (!await upload.TryPutAsync(Text(value, "uploadInfo", "uploadUrl"), content, cancellationToken))
        {
            _taken.TryRemove(Text(value, "uploadInfo", "uniqueId") ?? string.Empty, out var _);
            await SettleAsync(caller, consent, Activity.WithText(team.Language.Texts().FileFailed), cancellationToken);
            return;
        }

        await audit.WriteAsync(team.Id, new AuditEntry(AuditAct.Exported, by), cancellationToken);
        var file = Activity.WithFile(Name(team), Text(value, "uploadInfo", "contentUrl"), Text(value, "uploadInfo", "uniqueId"), "csv");
        await SettleAsync(caller, consent, file, cancellationToken);
    }

    // In the consent card's place where that is still there: a consent that is settled is not to be given again.
    private async Task SettleAsync(Caller caller, string? consent, Activity message, CancellationToken cancellationToken)
    {
        if (consent is { Length: > 0 } && (await connector.UpdateActivityAsync(caller.Conversation, consent, message, cancellationToken)).Kind == VerdictKind.Sent)
            return;
        await replies.SendAsync(caller, message, cancellationToken);
    }

    private bool IsFirst(string? uniqueId)
    {
        if (_taken.Count >= MostRemembered)
            _taken.Clear();
        return _taken.TryAdd(uniqueId ?? string.Empty, true);
    }

    private async Task<byte[]> WriteAsync(Team team, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var names = await words.NamesAsync(team, cancellationToken);
        var rows = new List<IEnumerable<string>> { (string[])[texts.CsvTime, texts.CsvWho, texts.CsvWhat, texts.CsvSetting, texts.CsvFrom, texts.CsvTo] };
        await foreach (var entry in audit.ReadAsync(team.Id, cancellationToken).Take(MostLines).WithCancellation(cancellationToken))
        {
            rows.Add(
            [
                team.Local(entry.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), AuditWords.Who(entry, names, texts),
                AuditWords.Act(entry.Act, texts), entry.Subject ?? string.Empty, entry.From ?? string.Empty, entry.To ?? string.Empty,
            ]);
        }

        return Csv.Write(rows);
    }

    private string Name(Team team) =>
        string.Create(CultureInfo.InvariantCulture, $"{team.Language.Texts().AuditTitle.ToLowerInvariant()}-{team.Local(time.GetUtcNow()):yyyy-MM-dd}.csv");

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
