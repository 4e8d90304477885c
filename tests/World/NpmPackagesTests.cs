namespace ReflectionBot.Tests;

public sealed class NpmPackagesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("npm-packages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Failure_of_npm_names_the_folder_and_says_what_npm_said()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "package.json"), """{"name":"without-a-lock","private":true}""");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => NpmPackages.EnsureAsync(_folder, CancellationToken.None));

        Assert.StartsWith($"npm ci failed in {_folder} with exit code 1", failed.Message, StringComparison.Ordinal);
        Assert.Contains("package-lock.json", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_newer_than_their_lock_file_are_left_alone_and_older_ones_are_not()
    {
        var lockFile = Path.Combine(_folder, "package-lock.json");
        await File.WriteAllTextAsync(lockFile, "not a lock file, so npm would fail");
        Directory.CreateDirectory(Path.Combine(_folder, "node_modules"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "node_modules", ".package-lock.json"), "{}");

        await NpmPackages.EnsureAsync(_folder, CancellationToken.None);

        File.SetLastWriteTimeUtc(lockFile, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => NpmPackages.EnsureAsync(_folder, CancellationToken.None));
    }
}
