using ReflectionBot.Cards.Elements;

namespace ReflectionBot.Cards;

/// <summary>The set-up form with what is chosen or was typed. <c>Members</c> are name and member id.</summary>
public sealed record SetupView
{
    public required string Team { get; init; }

    public required SetupForm Form { get; init; }

    public required IReadOnlyList<Choice> Members { get; init; }

    /// <summary>What is wrong with the form as a whole.</summary>
    public string? Problem { get; init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    public required ActionData Data { get; init; }

    internal IReadOnlyList<Choice> ChosenMembers =>
        [.. Members.Where(member => Form.Heads?.Split(',').Contains(member.Value) == true)];
}

/// <summary>What is wrong with one field (see <see cref="Fields"/>), in the reader's language.</summary>
public sealed record FieldProblem(string Field, string Text);
