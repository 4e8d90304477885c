using System.Runtime.InteropServices;
using ReflectionBot.Questions;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>One reflection that a leader has kept, with the question in the words they read.</summary>
internal sealed record JournalEntry
{
    public required EntryId Id { get; init; }

    public required AreaId Area { get; init; }

    /// <summary>The area's title and the question, in the language they were read in.</summary>
    public required string Title { get; init; }

    public required string Question { get; init; }

    public required QuestionType Kind { get; init; }

    /// <summary>The step (1-5) or the number; null for an open question.</summary>
    public int? Value { get; init; }

    public string? Text { get; init; }

    public Visibility Visibility { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Which round an entry belongs to: the team's thread and the slot.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EntryId(string Thread, SlotId Slot);
