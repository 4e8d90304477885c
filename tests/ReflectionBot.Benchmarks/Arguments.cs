using System.Globalization;

namespace ReflectionBot.Benchmarks;

/// <summary>The rows to run, and how many leaders where the table does not say.</summary>
internal sealed record Arguments(IReadOnlyList<string> Rows, int? Leaders, int? Team)
{
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var rows = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
        return new Arguments(rows is [] or ["all"] ? [.. Benchmark.Rows.Keys] : rows, Number(args, "--leaders"), Number(args, "--team"));
    }

    public IEnumerable<string> Options =>
    [
        .. Leaders is { } leaders ? ["--leaders", leaders.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. Team is { } team ? ["--team", team.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
    ];

    private static int? Number(IReadOnlyList<string> args, string name)
    {
        var at = args.ToList().IndexOf(name);
        return at < 0 ? null : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
    }
}
