namespace ReflectionBot.Teams;

/// <summary>
/// A Teams team within its tenant: the id of the team's General channel, such as <c>19:...@thread.tacv2</c>.
/// The tenant is part of the id, so an id named by somebody of another tenant is simply not found.
/// </summary>
internal readonly record struct TeamId(string Tenant, string Thread)
{
    public override string ToString() => Tenant + "|" + Thread;

    /// <summary>Null for anything that cannot be an id: what a client sends is never trusted to be a key.</summary>
    public static TeamId? From(string? tenant, string? thread) =>
        StorageKey.IsSafe(tenant) && StorageKey.IsSafe(thread) ? new TeamId(tenant, thread) : null;
}
