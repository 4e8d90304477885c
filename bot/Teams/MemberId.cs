namespace ReflectionBot.Teams;

/// <summary>A person within a tenant: the Entra object id, in lower case.</summary>
internal readonly record struct MemberId(string Value)
{
    public override string ToString() => Value;

    /// <summary>Null for anything that is not an Entra object id.</summary>
    public static MemberId? From(string? objectId) =>
        Guid.TryParseExact(objectId, "D", out var id) ? new MemberId(id.ToString("D")) : null;
}
