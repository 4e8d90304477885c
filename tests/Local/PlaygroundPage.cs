using Microsoft.Playwright;

namespace ReflectionBot.Tests.Local;

/// <summary>The Playground as a person uses it: its page, and nothing behind it.</summary>
internal sealed class PlaygroundPage(IPage page, string pictures)
{
    private const string Compose = "div[role=textbox][data-lexical-editor=true]";

    /// <summary>The card's own width on a phone, in pixels. The Playground has no phone view of its own.</summary>
    private const int PhoneWidth = 328;

    private int _taken;

    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    public static async Task<PlaygroundPage> OpenAsync(IBrowser browser, Uri address, string pictures)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1400, Height = 1500 } });
        page.SetDefaultTimeout(20_000);
        await page.GotoAsync(address.AbsoluteUri);
        await page.WaitForSelectorAsync(Compose);
        return new PlaygroundPage(page, pictures);
    }

    public async Task SayAsync(string text)
    {
        await page.ClickAsync(Compose);
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    public Task GoToAsync(string chat) => page.GetByText(chat, new PageGetByTextOptions { Exact = true }).First.ClickAsync();

    /// <summary>Waits until the newest card says this.</summary>
    public Task SeesAsync(string text) => Cards.Last.GetByText(text).First.WaitForAsync();

    /// <summary>Presses the first button of that name on the newest card.</summary>
    public Task PressAsync(string button) => Buttons(button).First.ClickAsync();

    public Task PressLastAsync(string button) => Buttons(button).Last.ClickAsync();

    private ILocator Buttons(string button) =>
        Cards.Last.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true });

    public Task ChooseAsync(string label) => Cards.Last.GetByLabel(label, new LocatorGetByLabelOptions { Exact = true }).CheckAsync();

    public async Task PickAsync(string label, string option)
    {
        await Cards.Last.GetByLabel(label).First.ClickAsync();
        await page.GetByText(option, new PageGetByTextOptions { Exact = true }).Last.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    public Task WriteAsync(string label, string text) => Cards.Last.GetByLabel(label).FillAsync(text);

    /// <summary>The newest card as it looks on a desktop and on a phone.</summary>
    public async Task PictureAsync(string name)
    {
        var file = $"{++_taken:D2}-{name}";
        await Cards.Last.ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(pictures, file + ".png") });
        var narrow = await page.AddStyleTagAsync(new PageAddStyleTagOptions
        {
            Content = $".ac-adaptiveCard {{ width: {PhoneWidth}px !important; min-width: 0 !important; }}",
        });
        await Cards.Last.ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(pictures, file + "-phone.png") });
        await narrow.EvaluateAsync("style => style.remove()");
    }
}
