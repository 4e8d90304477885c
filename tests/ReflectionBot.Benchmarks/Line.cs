using System.Text;

namespace ReflectionBot.Benchmarks;

/// <summary>One line of the table, in words.</summary>
internal sealed record Line
{
    public required string Measure { get; init; }

    public required string Result { get; init; }

    public string MustReach { get; init; } = "";

    /// <summary>What was measured beside it in the same run, and the ratio to it.</summary>
    public string Baseline { get; init; } = "";

    public string Bound { get; init; } = "";

    /// <summary>Table transactions per delivery: writing the outbox and recording the results; reading; leases.</summary>
    public string Transactions { get; init; } = "";

    public string Memory { get; init; } = "";
}

internal static class Table
{
    private static readonly (string Head, Func<Line, string> Cell)[] s_columns =
    [
        ("measure", line => line.Measure),
        ("result", line => line.Result),
        ("must reach", line => line.MustReach),
        ("beside it, same run", line => line.Baseline),
        ("crash bound", line => line.Bound),
        ("table transactions per delivery", line => line.Transactions),
        ("peak memory", line => line.Memory),
    ];

    public static string Of(IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder();
        Row(text, s_columns.Select(column => column.Head));
        Row(text, s_columns.Select(_ => "---"));
        foreach (var line in lines)
            Row(text, s_columns.Select(column => column.Cell(line)));
        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
}
