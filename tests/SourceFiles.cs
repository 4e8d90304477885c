namespace ReflectionBot.Tests;

/// <summary>The C# sources of a folder of the repository, with their paths from its root.</summary>
internal static class SourceFiles
{
    public static IEnumerable<(string Path, string Text)> Of(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/node_modules/", StringComparison.Ordinal)
        orderby path
        select (path, File.ReadAllText(file));
}
