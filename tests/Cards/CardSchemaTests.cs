using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.Cards;

/// <summary>Every card, at its largest too, against the strict schema of Teams cards (see <c>Schema/README.md</c>).</summary>
public sealed class CardSchemaTests
{
    [Fact]
    public async Task Every_card_passes_the_strict_schema() =>
        Assert.Equal(string.Empty, await ValidateAsync(SampleCards.All().Concat(LargestCards.All()).ToDictionary(card => card.Name, JsonNode? (card) => card.Card.ToJson())));

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"x","wrapp":true}""", "card/body/0: must NOT have additional properties")]
    [InlineData("""{"type":"TextBlok","text":"x"}""", "card/body/0/type: must be equal to one of the allowed values")]
    [InlineData("""{"type":"Container","items":[{"type":"TextBlock"}]}""", "card/body/0/items/0: must have required property 'text'")]
    [InlineData("""{"type":"Container","style":"green","items":[]}""", "card/body/0/style: must be equal to one of the allowed values")]
    public async Task A_fault_is_found_and_named(string element, string fault)
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(JsonNode.Parse(element)) };
        Assert.StartsWith(fault, await ValidateAsync(new() { ["card"] = card }), StringComparison.Ordinal);
    }

    private static async Task<string> ValidateAsync(Dictionary<string, JsonNode?> cards)
    {
        var folder = Path.Combine(Repository.Root, "tests", "node");
        await NpmPackages.EnsureAsync(folder, CancellationToken.None);
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "card-schema.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var faults = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(new JsonObject(cards).ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return await faults;
    }
}
