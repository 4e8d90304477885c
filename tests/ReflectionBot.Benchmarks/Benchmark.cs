using System.Text.Json;
using ReflectionBot.Benchmarks.Rows;

namespace ReflectionBot.Benchmarks;

/// <summary>Runs rows one after another, each in a process of its own, and prints one table.</summary>
internal static class Benchmark
{
    public static IReadOnlyDictionary<string, Func<Arguments, Task<IReadOnlyList<Line>>>> Rows { get; } =
        new Dictionary<string, Func<Arguments, Task<IReadOnlyList<Line>>>>(StringComparer.Ordinal)
        {
            ["paced"] = PacedRow.RunAsync,
            ["tenants"] = TenantsRow.RunAsync,
            ["unthrottled"] = UnthrottledRow.RunAsync,
            ["growth"] = GrowthRow.RunAsync,
            ["answer"] = AnswerRow.RunAsync,
            ["start"] = StartRow.RunAsync,
            ["summary"] = SummaryRow.RunAsync,
        };

    public static async Task<int> RunAsync(Arguments arguments)
    {
        if (arguments.Rows.FirstOrDefault(row => !Rows.ContainsKey(row)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no row {unknown}. Rows: all, {string.Join(", ", Rows.Keys)}. Options: --leaders N, --team N.");
            return 1;
        }

        var lines = new List<Line>();
        foreach (var row in arguments.Rows)
        {
            await Console.Error.WriteLineAsync($"{row} ...");
            await using var child = Child.Start(["row", row, .. arguments.Options]);
            var answer = await child.ReadLineAsync();
            lines.AddRange(answer is null ? [new Line { Measure = row, Result = "failed" }] : JsonSerializer.Deserialize<Line[]>(answer)!);
        }

        await Console.Out.WriteLineAsync(Table.Of(lines));
        return 0;
    }

    public static async Task<int> RunRowAsync(Arguments arguments)
    {
        var lines = await Rows[arguments.Rows[0]](arguments);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(lines));
        return 0;
    }
}
