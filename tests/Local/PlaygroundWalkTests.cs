using Microsoft.Playwright;

namespace ReflectionBot.Tests.Local;

/// <summary>The README's walk, step by step, in a browser. Its pictures are kept beside the test results, to be looked at.</summary>
[Trait("Category", "Playground")]
public sealed class PlaygroundWalkTests
{
    private static readonly string Pictures = Path.Combine(Repository.Root, "tests", "TestResults", "walk");

    [SkippableFact]
    public async Task A_newcomer_walks_the_whole_week_and_ends_with_a_summary_of_six()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        await NpmPackages.EnsureAsync(Path.Combine(Repository.Root, "deployment", "local"), CancellationToken.None);
        Directory.CreateDirectory(Pictures);
        await using var stack = await LocalStack.StartAsync();
        var page = await PlaygroundPage.OpenAsync(browser, stack.Playground, Pictures);
        try
        {
            await WalkAsync(page);
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            throw new InvalidOperationException("The walk stopped. The stack said:\n" + stack.Log, failure);
        }
    }

    private static async Task WalkAsync(PlaygroundPage page)
    {
        await page.SeesAsync("Hej! Jeg er Refleksion");
        await page.PictureAsync("welcome");

        await page.GoToAsync("General");
        await page.SeesAsync("Hej Børn og Skole!");
        await page.SeesAsync("Mette Lindgaard sætter ugen op. Indtil da sker der ikke noget.");
        await page.PictureAsync("greeting");

        await page.GoToAsync("Personal Chat");
        await page.SeesAsync("Sæt ugen op");
        await page.PressAsync("Se de næste fire");
        await page.SeesAsync("Vælg mindst én afdelingschef blandt teamets medlemmer.");
        await page.PictureAsync("setup-problem");

        await page.PickAsync("Hvem får opsummeringen som afdelingschef?", "Mette Lindgaard");
        await page.ChooseAsync("Ja, send også spørgsmålet til afdelingschefen");
        await page.PictureAsync("setup");
        await page.PressAsync("Se de næste fire");
        await page.SeesAsync("Opsummeringen går til Mette Lindgaard.");
        await page.PictureAsync("review");
        await page.PressAsync("Gem");
        await page.SeesAsync("Gemt. Ugen kører nu af sig selv.");
        await page.PictureAsync("desk");

        await page.PressAsync("Send næste spørgsmål nu");
        await page.SeesAsync("Virker din resultatstyring som ønsket?");
        await page.PictureAsync("prompt");
        await page.PressAsync("Send svar");
        await page.SeesAsync("Vælg et trin fra 1 til 5, før du sender.");
        await page.PictureAsync("prompt-problem");
        await page.ChooseAsync("4");
        await page.WriteAsync("Uddyb gerne", "Vi har **for mange** mål, og de taler ikke sammen.");
        await page.PressAsync("Send svar");
        await page.SeesAsync("Tak for dit svar");
        await page.PictureAsync("receipt");

        // The others answer by themselves; status tells when all have.
        await AllAnsweredAsync(page);
        await page.PictureAsync("status");
        await page.SayAsync("indstillinger");
        await page.SeesAsync("Jeres refleksion");
        await page.PressAsync("Luk runden nu");
        await page.SeesAsync("Det skriver lederne");
        await page.SeesAsync("6 af 6 har svaret");
        await page.SeesAsync("Vi har **for mange** mål, og de taler ikke sammen.");
        await page.PictureAsync("summary");
    }

    private static async Task AllAnsweredAsync(PlaygroundPage page)
    {
        for (var attempt = 1; ; attempt++)
        {
            await page.SayAsync("status");
            await page.SeesAsync("Status");
            if (await page.Cards.Last.GetByText("6 af 6 har svaret").CountAsync() > 0)
                return;
            if (attempt == 20)
                throw new TimeoutException("The colleagues did not all answer.");
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }
}
