namespace ReflectionBot.Cards;

/// <summary>
/// The set-up form exactly as typed, so that a wrong value comes back to be mended. Days are English day names
/// (<c>Monday</c>), times <c>HH:mm</c>, <c>Heads</c> a comma-separated list of member ids, toggles <c>true</c> or <c>false</c>.
/// </summary>
public sealed record SetupForm
{
    public string? OpensOn { get; init; }
    public string? OpensAt { get; init; }
    public string? RemindsOn { get; init; }
    public string? RemindsAt { get; init; }
    public string? ClosesOn { get; init; }
    public string? ClosesAt { get; init; }
    public string? EveryWeeks { get; init; }
    public string? TimeZone { get; init; }
    public string? Language { get; init; }
    public string? Heads { get; init; }
    public string? HeadsAnswer { get; init; }
}
