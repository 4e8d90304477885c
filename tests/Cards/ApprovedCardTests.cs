using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReflectionBot.Tests.Cards;

/// <summary>
/// Each card as somebody has looked at it and found it good: <c>tests/Approved/name.language.json</c>. A card that has
/// changed is written beside it as <c>.received.json</c>; the environment variable <c>APPROVE=1</c> accepts all of them.
/// </summary>
public sealed class ApprovedCardTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Approved");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly bool Approve = Environment.GetEnvironmentVariable("APPROVE") == "1";

    public static TheoryData<string, string> Names => SampleCards.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_card_is_the_approved_one(string name, string language)
    {
        var approved = Path.Combine(Folder, $"{name}.{language}.json");
        var received = Path.Combine(Folder, $"{name}.{language}.received.json");
        var card = SampleCards.Render(name, language).ToJson().ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Approve)
            await File.WriteAllTextAsync(approved, card);

        var same = File.Exists(approved) && (await File.ReadAllTextAsync(approved)).ReplaceLineEndings("\n") == card;
        if (same)
            File.Delete(received);
        else
            await File.WriteAllTextAsync(received, card);
        Assert.True(same, $"The card {name} ({language}) is not the approved one. Compare {received} with {approved}; run the tests with APPROVE=1 to accept it.");
    }

    [Fact]
    public void No_card_is_approved_that_no_longer_exists()
    {
        var cards = SampleCards.All().Select(card => card.Name + ".json");
        var approved = Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileName).Where(file => !file!.EndsWith(".received.json", StringComparison.Ordinal));
        Assert.Equal(cards.Order(StringComparer.Ordinal), approved.Order(StringComparer.Ordinal));
    }
}
