using System.Runtime.CompilerServices;
using Azure;
using ReflectionBot.Connector;
using ReflectionBot.Tables;

namespace ReflectionBot.Delivery;

/// <summary>
/// Each person's own conversation with the bot, its newest service URL, and whether the platform lets anything through. Table
/// <c>Conversations</c>: partition the tenant, row the person's Entra object id.
/// </summary>
internal sealed class AddressBook(TableServiceClient tables)
{
    public const string TableName = "Conversations";

    private readonly TableClient _table = tables.GetTableClient(TableName);

    /// <summary>Called for every activity in a personal chat: what Teams says last is what holds. True when the person was out of reach.</summary>
    public async Task<bool> RememberAsync(string tenant, string person, ConversationReference conversation, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(tenant, person, null, cancellationToken);
        var known = row is null ? null : Read(row);
        if (known is not { Unreachable: null } || known.Conversation != conversation)
            await WriteAsync(tenant, person, new Address(conversation, null), cancellationToken);
        return known?.Unreachable is not null;
    }

    /// <summary>Nothing is tried for this person again until they are back; see <see cref="RememberAsync"/>.</summary>
    public Task MarkUnreachableAsync(string tenant, string person, Address address, CancellationToken cancellationToken) =>
        WriteAsync(tenant, person, address, cancellationToken);

    public Task ForgetAsync(string tenant, string person, CancellationToken cancellationToken) =>
        _table.TryDeleteEntityAsync(tenant, person, ETag.All, cancellationToken);

    /// <summary>The addresses among these people that are known. People must be in the order of their keys.</summary>
    public async Task<Dictionary<string, Address>> FindAsync(string tenant, IReadOnlyList<string> people, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Address>(StringComparer.Ordinal);
        if (people.Count == 0)
            return found;

        var wanted = people.ToHashSet(StringComparer.Ordinal);
        var filter = TableFilter.Create($"PartitionKey eq {tenant} and RowKey ge {people[0]} and RowKey le {people[^1]}");
        await foreach (var row in _table.QueryAsync(filter, null, null, cancellationToken))
        {
            if (wanted.Contains(row.RowKey))
                found[row.RowKey] = Read(row);
        }

        return found;
    }

    /// <summary>Everybody whose address has been as it is since before that moment, by the storage's own clock.</summary>
    public async IAsyncEnumerable<(string Tenant, string Person)> UnchangedSinceAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"Timestamp lt {before}"), null, ["PartitionKey", "RowKey"], cancellationToken))
            yield return (row.PartitionKey, row.RowKey);
    }

    /// <summary>What is stored about reaching this person; null when nothing is.</summary>
    public async Task<KnownAddress?> KnownAsync(string tenant, string person, CancellationToken cancellationToken) =>
        (await FindAsync(tenant, [person], cancellationToken)).GetValueOrDefault(person) is { } address
            ? new KnownAddress(address.Conversation?.ConversationId, address.Conversation?.ServiceUrl.AbsoluteUri, address.Unreachable)
            : null;

    /// <summary>Somebody by the conversation they have with the bot; null for one who has none.</summary>
    public async Task<Recipient?> RecipientAsync(string tenant, string person, string botId, CancellationToken cancellationToken) =>
        (await FindAsync(tenant, [person], cancellationToken)).GetValueOrDefault(person)?.Conversation is { } conversation
            ? new Recipient { Key = person, Conversation = conversation.ConversationId, ServiceUrl = conversation.ServiceUrl, BotId = botId }
            : null;

    private async Task WriteAsync(string tenant, string person, Address address, CancellationToken cancellationToken)
    {
        var row = new TableEntity(tenant, person)
        {
            ["Conversation"] = address.Conversation?.ConversationId,
            ["ServiceUrl"] = address.Conversation?.ServiceUrl.AbsoluteUri,
            ["Unreachable"] = address.Unreachable,
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static Address Read(TableEntity row) => new(
        row.GetString("Conversation") is { } conversation ? new ConversationReference(new Uri(row.GetString("ServiceUrl")!), conversation) : null,
        row.GetString("Unreachable"));
}

/// <summary>Where somebody is reached; <c>Unreachable</c> is the platform's own word for why they are not, null when they are.</summary>
internal sealed record Address(ConversationReference? Conversation, string? Unreachable);

/// <summary>The same in plain words, for the person it is about.</summary>
internal sealed record KnownAddress(string? Conversation, string? ServiceUrl, string? Unreachable);
