using Microsoft.Playwright;

namespace ReflectionBot.Tests.Local;

/// <summary>The README's walk, step by step, in a browser. Its pictures are kept beside the test results, to be looked at.</summary>
[Trait("Category", "Playground")]
public sealed class PlaygroundWalkTests
{
    private static readonly string Pictures = Path.Combine(Repository.Root, "tests", "TestResults", "walk");

    private const string Keep = "Gem også en kopi til mig selv";

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
        await page.PressAsync("Se de næste otte");
        await page.SeesAsync("Vælg mindst én afdelingschef blandt teamets medlemmer.");
        await page.PictureAsync("setup-problem");

        await page.PickAsync("Hvem får opsummeringen som afdelingschef?", "Mette Lindgaard");
        await page.ChooseAsync("Ja, send også spørgsmålet til afdelingschefen");
        await page.PictureAsync("setup");
        await page.PressAsync("Se de næste otte");
        await page.SeesAsync("Opsummeringen går til Mette Lindgaard.");
        await page.PictureAsync("review");
        await page.PressAsync("Gem");
        await page.SeesAsync("Gemt. Ugen kører nu af sig selv.");
        await page.PictureAsync("desk");

        await page.PressAsync("Send næste spørgsmål nu");
        await page.SeesAsync("Vælg det, der passer bedst");
        await page.PictureAsync("prompt");
        await page.PressAsync("Send svar");
        await page.SeesAsync("Vælg et trin fra 1 til 5, før du sender.");
        await page.PictureAsync("prompt-problem");
        await page.PressAsync("Svar senere");
        await page.SeesAsync("Hvornår passer det bedre?");
        await page.PictureAsync("snooze");
        await page.PressAsync("Svar nu");
        await page.SeesAsync("Virker din resultatstyring som ønsket?");
        await page.ChooseAsync("4");
        await page.WriteAsync("Uddyb gerne", "Vi har **for mange** mål, og de taler ikke sammen.");
        await page.PressAsync("Send svar");
        await page.SeesAsync("Tak for dit svar");
        await page.PictureAsync("receipt");
        await page.PressAsync("Ret mit svar");
        await page.SeesAsync("Virker din resultatstyring som ønsket?");
        await page.ChooseAsync(Keep);
        await page.PressAsync("Send svar");
        await page.SeesAsync("Du har en kopi i Mine refleksioner");
        await page.PictureAsync("receipt-kept");

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
        await SummaryAsync(page);
        await DeskAsync(page);
        await OwnAsync(page);
    }

    /// <summary>What belongs to a leader alone: the last reflection on the next prompt, the journal, the choices, the data.</summary>
    private static async Task OwnAsync(PlaygroundPage page)
    {
        await page.SayAsync("indstillinger");
        await page.SeesAsync("Jeres refleksion");
        await page.PressAsync("Send næste spørgsmål nu");
        await page.SeesAsync("svarede du 4. Det ser kun du.");
        await page.PictureAsync("prompt-last");
        await page.PressAsync("Spring over");
        await page.SeesAsync("Du springer over i denne uge");
        await page.PictureAsync("skipped");

        await page.SayAsync("mine refleksioner");
        await page.SeesAsync("Vi har **for mange** mål, og de taler ikke sammen.");
        await page.PictureAsync("journal");
        await page.PressAsync("Mine valg");
        await page.SeesAsync("Det her bestemmer du selv.");
        await page.PictureAsync("own");
        await page.PickAsync("Sprog", "English");
        await page.PressAsync("Gem");
        await page.SeesAsync("Saved.");
        await page.PictureAsync("own-english");
        await page.PickAsync("Language", "Dansk");
        await page.PressAsync("Save");
        await page.SeesAsync("Gemt.");

        await page.PressAsync("Mine data");
        await page.SeesAsync("Refleksioner, du har gemt: 1");
        await page.PictureAsync("data");
        await page.PressAsync("Vis det her");
        await page.SeesAsync("Navn: Mette Lindgaard");
        await page.PictureAsync("data-read");
        await page.PressAsync("Tilbage");
        await page.SeesAsync("Refleksioner, du har gemt: 1");
        await page.PressAsync("Slet mine data");
        await page.SeesAsync("Vil du slette alt om dig?");
        await page.PictureAsync("data-delete");
        await page.PressAsync("Slet mine data");
        await page.SeesAsync("Dine data er slettet");
        await page.PictureAsync("data-deleted");
        await page.PressAsync("Vær med igen");
        await page.SeesAsync("Velkommen tilbage.");
        await page.SayAsync("mine refleksioner");
        await page.SeesAsync("Her er ikke noget endnu.");
        await page.PictureAsync("journal-none");
        await page.SayAsync("eksportér mine data");
        await page.PictureAsync("export");
        await page.SayAsync("hjælp");
        await page.SeesAsync("Det kan du skrive til mig");
        await page.PictureAsync("help");
    }

    /// <summary>Everything a department head can do with a summary, and back.</summary>
    private static async Task SummaryAsync(PlaygroundPage page)
    {
        await page.PressAsync("Udvikling");
        await page.SeesAsync("De seneste 13 uger");
        await page.PictureAsync("summary-trend");
        await page.PressAsync("Tilbage til opsummeringen");
        await page.SeesAsync("Det skriver lederne");
        await page.PressAsync("Tidligere uger");
        await page.SeesAsync("6 af 6 har svaret · Gennemsnit");
        await page.PictureAsync("summary-history");
        await page.PressAsync("Tilbage til opsummeringen");
        await page.PressAsync("Hent som fil");
        await page.SeesAsync("Til regneark (CSV)");
        await page.PictureAsync("summary-files");
        await page.PressAsync("Tilbage til opsummeringen");
        await page.PressAsync("Del med lederne");
        await page.SeesAsync("Hvem skal se den?");
        await page.WriteAsync("Vil du skrive et par ord til?", "Vi skærer tre mål væk før jul.");
        await page.PictureAsync("share");
        await page.PressAsync("Se, hvordan det bliver");
        await page.SeesAsync("Sådan ser 6 ledere det.");
        await page.PictureAsync("share-preview");
        await page.PressAsync("Del nu");
        await page.SeesAsync("Delt af Mette Lindgaard");
        await page.PictureAsync("summary-shared");
    }

    /// <summary>Every room behind the desk, and back.</summary>
    private static async Task DeskAsync(PlaygroundPage page)
    {
        await page.SayAsync("indstillinger");
        await page.SeesAsync("Jeres refleksion");
        await page.PictureAsync("desk-closed");

        await page.PressAsync("Spørgsmål");
        await page.SeesAsync("De fire temaer");
        await page.PictureAsync("questions");
        await page.PressAsync("Åbn");
        await page.SeesAsync("Sæt borgeren i centrum");
        await page.PictureAsync("questions-pack");
        await page.PressAsync("Åbn");
        await page.SeesAsync("Virker din resultatstyring som ønsket?");
        await page.PictureAsync("questions-area");
        await page.PressAsync("Se kortet");
        await page.SeesAsync("Sådan ser lederne det");
        await page.PictureAsync("questions-look");
        await page.PressAsync("Stil det næste gang");
        await page.SeesAsync("Sådan bliver det");
        await page.PictureAsync("questions-review");
        await page.PressAsync("Gem");
        await page.SeesAsync("Gemt.");
        await page.PressLastAsync("Åbn");
        await page.SeesAsync("I har ikke skrevet nogen endnu.");
        await page.PressAsync("Skriv et spørgsmål");
        await page.SeesAsync("Hvordan svarer man?");
        await page.WriteAsync("Spørgsmålet på dansk", "Hvad skal vi holde op med?");
        await page.PictureAsync("questions-write");
        await page.PressAsync("Se de næste otte");
        await page.SeesAsync("Hvad skal vi holde op med?");
        await page.PressAsync("Gem");
        await page.SeesAsync("Gemt.");
        await page.PressAsync("Tilbage");

        await page.SeesAsync("Jeres refleksion");
        await page.PressAsync("Personer");
        await page.SeesAsync("Administrator");
        await page.PictureAsync("people");
        await page.PressAsync("Ret");
        await page.PictureAsync("person");
        await page.PressAsync("Tilbage");
        await page.SeesAsync("Hent fra Teams");
        await page.PressAsync("Hent fra Teams");
        await page.SeesAsync("Listen er hentet fra Teams.");
        await page.PressAsync("Tilbage");

        await page.SeesAsync("Jeres refleksion");
        await page.PressAsync("Kalender");
        await page.SeesAsync("Jeres egne lukkedage");
        await page.WriteAsync("Eller en hel uge", "42");
        await page.WriteAsync("Hvad kalder I det?", "Efterårsferie");
        await page.PressAsync("Tilføj lukkedage");
        await page.SeesAsync("Gemt.");
        await page.PictureAsync("calendar");
        await page.PressAsync("Tilbage");

        await page.SeesAsync("Jeres refleksion");
        await page.PressAsync("Privatliv");
        await page.SeesAsync("Svar med navn");
        await page.WriteAsync("Hvor mange skal mindst have svaret", "2");
        await page.PressAsync("Gem");
        await page.SeesAsync("Skriv et helt tal fra 3 til 25.");
        await page.PictureAsync("privacy-problem");
        await page.WriteAsync("Hvor mange skal mindst have svaret", "4");
        await page.PressAsync("Gem");
        await page.SeesAsync("Gemt.");
        await page.PictureAsync("privacy");
        await page.PressAsync("Tilbage");

        await page.SeesAsync("Jeres refleksion");
        await page.PressAsync("Kommende uger");
        await page.SeesAsync("De næste otte uger");
        await page.PictureAsync("weeks");
        await page.PressAsync("Tilbage");
        await page.SeesAsync("Jeres refleksion");
        await page.PressAsync("Tidligere runder");
        await page.SeesAsync("6 blev spurgt, 6 svarede.");
        await page.PictureAsync("history");
        await page.PressAsync("Tilbage");
        await page.SeesAsync("Jeres refleksion");
        await page.PressAsync("Ændringer");
        await page.SeesAsync("Ændrede privatlivet");
        await page.PictureAsync("audit");
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
