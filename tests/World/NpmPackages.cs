using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace ReflectionBot.Tests;

/// <summary>Installs a folder's npm packages when they are missing or older than its lock file.</summary>
internal static class NpmPackages
{
    public static async Task EnsureAsync(string folder, CancellationToken cancellationToken)
    {
        if (AreCurrent(folder))
            return;
        using var only = await LockAsync(folder, cancellationToken);
        if (!AreCurrent(folder))
            await InstallAsync(folder, cancellationToken);
    }

    // npm writes this file last, so an interrupted installation does not pass for a whole one.
    private static bool AreCurrent(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        return installed.Exists
            && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"));
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        using var npm = Start(folder);
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci failed in {folder} with exit code {npm.ExitCode}:\n{await output}\n{errors}");
        // Unchanged files keep their time; this one must be newer than the lock file it came from.
        File.SetLastWriteTimeUtc(
            Path.Combine(folder, "node_modules", ".package-lock.json"), TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    private static Process Start(string folder)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        try
        {
            return Process.Start(new ProcessStartInfo(npm, ["ci", "--prefix", folder, "--no-fund", "--no-audit"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need Node.js 20 or later, with npm, on the PATH.", missing);
        }
    }

    /// <summary>Two test processes may want the same folder; the system drops the lock with its process.</summary>
    private static async Task<FileStream> LockAsync(string folder, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(folder)).AsSpan(0, 8));
        var path = Path.Combine(Path.GetTempPath(), $"npm-{name}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
            }
        }
    }
}
