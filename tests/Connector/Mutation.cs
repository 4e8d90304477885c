using System.Text;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.Connector;

/// <summary>Changes recorded activities: in their structure most of the time, in their bytes the rest.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly List<string> Recorded =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Payloads"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static readonly string[] Awkward =
    [
        "null", "true", "[]", "{}", "[null]", "0", "-1", "1e999", "123456789012345678901234567890", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
        "\"\\udc00\\ud800\"", "\"\\u202e\"", "\"<at>x</at>\"", "\"../..\"", "\"\\uD83D\\uDE00\"", "{\"a\":1,\"a\":2}", "{\"\":\"\"}", "\"message\"", "\"invoke\"",
    ];

    public byte[] Next()
    {
        var text = Recorded[random.Next(Recorded.Count)];
        for (var i = random.Next(1, 4); i > 0; i--) text = Structured(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        return random.Next(5) == 0 ? Broken(bytes) : bytes;
    }

    private string Structured(string text)
    {
        // What an earlier change has made unreadable stays as it is.
        if (text.Contains("\\ud800", StringComparison.Ordinal) || Parse(text) is not JsonObject root) return text;
        var places = Places(root).ToList();
        if (places.Count == 0) return text;
        var (parent, name) = places[random.Next(places.Count)];
        return random.Next(8) switch
        {
            0 => Without(root, parent, name),
            1 => Renamed(root, parent, name),
            2 => With(root, parent, name, Nested(random.Next(2, 60))),
            3 => With(root, parent, name, $"\"{new string('x', random.Next(1, 200_000))}\""),
            4 => With(root, parent, name, $"[{string.Join(',', Enumerable.Repeat("{\"id\":\"29:1\"}", random.Next(1, 2_000)))}]"),
            5 => text.Insert(text.LastIndexOf('}'), ",\"" + name + "\":1"),
            _ => With(root, parent, name, Awkward[random.Next(Awkward.Length)]),
        };
    }

    private byte[] Broken(byte[] bytes)
    {
        switch (random.Next(5))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1: return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes));
            case 2: return [0xEF, 0xBB, 0xBF, .. bytes];
            case 3: return [.. bytes, .. bytes];
            default:
                for (var i = random.Next(1, 8); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false, MaxDepth = 512 });
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(member => Places(member.Value).Prepend((json, member.Key))),
        JsonArray array => array.SelectMany(Places),
        _ => [],
    };

    private static string Without(JsonObject root, JsonObject parent, string name)
    {
        parent.Remove(name);
        return Text(root);
    }

    private static string Renamed(JsonObject root, JsonObject parent, string name)
    {
        var value = parent[name]?.DeepClone();
        parent.Remove(name);
        parent[name.ToUpperInvariant()] = value;
        return Text(root);
    }

    // Written in as text, because some values are not to be had as a node.
    private static string With(JsonObject root, JsonObject parent, string name, string json)
    {
        parent[name] = "~here~";
        return Text(root).Replace("\"~here~\"", json, StringComparison.Ordinal);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Text(JsonObject root) => root.ToJsonString(new() { MaxDepth = 600, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
