using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ReflectionBot.Connector;

/// <summary>
/// The operations of the Bot Connector that this service uses. Every answer is a verdict; only the caller's own
/// cancellation throws. A looked-up or created thing that is <c>Sent</c> has a value; a message's id may be null.
/// </summary>
internal sealed class ConnectorClient(ConnectorSender sender)
{
    private const int SmallestPage = 50;
    private const int LargestPage = 500;

    /// <summary>Posts a new message, with a few patient attempts; the value is its id, if the platform told it.</summary>
    public Task<Verdict<string>> SendToConversationAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        PostAsync("Send", to, ["conversations", to.ConversationId, "activities"], Json(activity), Repeat.NewMessage, cancellationToken);

    /// <summary>Posts a new message that is UTF-8 JSON already, with a few patient attempts.</summary>
    public Task<Verdict<string>> SendToConversationAsync(
        ConversationReference to, ReadOnlyMemory<byte> activityJson, CancellationToken cancellationToken) =>
        PostAsync("Send", to, ["conversations", to.ConversationId, "activities"], activityJson, Repeat.NewMessage, cancellationToken);

    /// <summary>Posts a new message in exactly one attempt, for a sender with its own plan of retries.</summary>
    public Task<Verdict<string>> SendOnceAsync(
        ConversationReference to, ReadOnlyMemory<byte> activityJson, CancellationToken cancellationToken) =>
        PostAsync("SendOnce", to, ["conversations", to.ConversationId, "activities"], activityJson, Repeat.Never, cancellationToken);

    public Task<Verdict<string>> ReplyAsync(
        ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        var reply = Json(activity with { ReplyToId = activityId });
        return PostAsync("Reply", to, ["conversations", to.ConversationId, "activities", activityId], reply, Repeat.NewMessage, cancellationToken);
    }

    /// <summary>Replaces one of the bot's own messages as a whole. A message that is gone is <c>Rejected</c> with the code ActivityNotFoundInConversation.</summary>
    public async Task<Verdict<string>> UpdateActivityAsync(
        ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> path = ["conversations", to.ConversationId, "activities", activityId];
        var call = new ConnectorCall("Update", HttpMethod.Put, to.ServiceUrl, path, Repeat.Freely, Json(activity));
        return Id(await sender.SendAsync(call, cancellationToken));
    }

    /// <summary>
    /// Opens the personal conversation with one member, in one attempt; asked twice, the platform gives the same id.
    /// </summary>
    public async Task<Verdict<string>> CreateConversationAsync(
        Uri serviceUrl, string tenantId, string botId, string memberId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new ConversationParameters(false, tenantId, new ChannelAccount { Id = botId }, [new ChannelAccount { Id = memberId }]),
            ConnectorJson.Default.ConversationParameters);
        var call = new ConnectorCall("CreateConversation", HttpMethod.Post, serviceUrl, ["conversations"], Repeat.Never, body);
        var verdict = await sender.SendAsync(call, cancellationToken);
        return Found(verdict, Read(verdict, ConnectorJson.Default.ResourceResponse)?.Id);
    }

    /// <summary>One page of a team's roster; a page size outside 50 to 500 is moved to the nearest end.</summary>
    public async Task<Verdict<PagedMembers>> GetPagedMembersAsync(
        ConversationReference team, string? continuationToken, int pageSize, CancellationToken cancellationToken)
    {
        var call = new ConnectorCall(
            "GetPagedMembers", HttpMethod.Get, team.ServiceUrl, ["conversations", RosterOf(team), "pagedmembers"], Repeat.Freely,
            Query: Page(Math.Clamp(pageSize, SmallestPage, LargestPage), continuationToken));
        var verdict = await sender.SendAsync(call, cancellationToken);
        return Found(verdict, Read(verdict, ConnectorJson.Default.PagedMembers)?.WithoutGaps());
    }

    public Task<Verdict<TeamsChannelAccount>> GetMemberAsync(
        ConversationReference to, string memberId, CancellationToken cancellationToken) =>
        GetAsync("GetMember", to.ServiceUrl, ["conversations", RosterOf(to), "members", memberId], ConnectorJson.Default.TeamsChannelAccount, cancellationToken);

    public Task<Verdict<TeamDetails>> GetTeamAsync(Uri serviceUrl, string teamId, CancellationToken cancellationToken) =>
        GetAsync("GetTeam", serviceUrl, ["teams", teamId], ConnectorJson.Default.TeamDetails, cancellationToken);

    private async Task<Verdict<string>> PostAsync(
        string operation, ConversationReference to, IReadOnlyList<string> path, ReadOnlyMemory<byte> body, Repeat repeat, CancellationToken cancellationToken) =>
        Id(await sender.SendAsync(new ConnectorCall(operation, HttpMethod.Post, to.ServiceUrl, path, repeat, body), cancellationToken));

    private async Task<Verdict<T>> GetAsync<T>(
        string operation, Uri serviceUrl, IReadOnlyList<string> path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var verdict = await sender.SendAsync(new ConnectorCall(operation, HttpMethod.Get, serviceUrl, path, Repeat.Freely), cancellationToken);
        return Found(verdict, Read(verdict, type));
    }

    private static byte[] Json(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ConnectorJson.Readable.Activity);

    private static Verdict<string> Id(Verdict<byte[]> verdict) => verdict.With(Read(verdict, ConnectorJson.Default.ResourceResponse)?.Id);

    private static Verdict<T> Found<T>(Verdict<byte[]> verdict, T? value)
        where T : class =>
        verdict.Kind == VerdictKind.Sent && value is null
            ? new Verdict<T>(VerdictKind.Retry, Code: VerdictCodes.UnreadableAnswer)
            : verdict.With(value);

    // Empty bodies and a proxy's HTML come with success, too.
    private static T? Read<T>(Verdict<byte[]> verdict, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return verdict is { Kind: VerdictKind.Sent, Value: { Length: > 2 } body } ? JsonSerializer.Deserialize(body, type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A thread's id is its channel's with ";messageid=" behind it; only the channel has a roster.
    private static string RosterOf(ConversationReference conversation) =>
        conversation.ConversationId.Split(";messageid=", 2, StringSplitOptions.None)[0];

    private static string Page(int size, string? continuationToken)
    {
        var page = "?pageSize=" + size.ToString(CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(continuationToken) ? page : $"{page}&continuationToken={Uri.EscapeDataString(continuationToken)}";
    }
}
