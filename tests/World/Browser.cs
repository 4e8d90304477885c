using Microsoft.Playwright;

namespace ReflectionBot.Tests;

/// <summary>The machine's own Chromium. Where there is none a test is skipped - except under CI, where that is a failure.</summary>
internal static class Browser
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var found = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);
        var isCi = Environment.GetEnvironmentVariable("CI") == "true";
        if (found is null && isCi)
            throw new InvalidOperationException("This test needs Chromium, and CI must have it.");
        Skip.If(found is null, "There is no Chromium on this machine; set CHROMIUM to its path to run this test.");

        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = found,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
