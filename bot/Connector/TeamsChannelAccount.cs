using System.Text.Json.Serialization;

namespace ReflectionBot.Connector;

/// <summary>One member of a team's roster. Every property but <c>Id</c> may be missing.</summary>
internal sealed record TeamsChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }

    /// <summary>The Entra object id under the one of its two names that the platform used.</summary>
    [JsonIgnore]
    public string? ObjectId => AadObjectIdProperty ?? ObjectIdProperty;

    [JsonInclude, JsonPropertyName("aadObjectId")]
    internal string? AadObjectIdProperty { get; init; }

    [JsonInclude, JsonPropertyName("objectId")]
    internal string? ObjectIdProperty { get; init; }

    public string? UserRole { get; init; }
}

/// <summary>A Teams team as the connector describes it.</summary>
internal sealed record TeamDetails
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadGroupId { get; init; }
    public int? MemberCount { get; init; }
}

/// <summary>One page of a roster; another follows while there is a <c>ContinuationToken</c>.</summary>
internal sealed record PagedMembers
{
    public string? ContinuationToken { get; init; }
    public IReadOnlyList<TeamsChannelAccount> Members { get => field ?? []; init; }

    /// <summary>The same page without members that are null or have no id.</summary>
    public PagedMembers WithoutGaps() => this with { Members = [.. Members.Where(member => !string.IsNullOrEmpty(member?.Id))] };
}

/// <summary>What opens a personal conversation.</summary>
internal sealed record ConversationParameters(bool IsGroup, string TenantId, ChannelAccount Bot, IReadOnlyList<ChannelAccount> Members);

/// <summary>The id the platform gave to what was sent or created.</summary>
internal sealed record ResourceResponse
{
    public string? Id { get; init; }
}
