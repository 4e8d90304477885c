using System.Diagnostics;
using System.Text.Json;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

/// <summary>What we write is read by Microsoft's own JavaScript client, and the other way round.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ConformanceTests(Azurite azurite)
{
    private static readonly string[][] s_keys =
    [
        ["plain", "key"],
        ["", ""],
        ["it's", "''quoted''"],
        ["with space", " leading and trailing "],
        ["100 %", "%27%2F%00"],
        ["Blåbærgrød", "ÆØÅ æøå"],
        ["emoji 🎉", "👩🏽‍💻"],
        ["29:1abc-DEF_~", "19:abc@thread.tacv2;messageid=1763650000000"],
        ["a=b&c+d", "(x),y;z:@$!*"],
        ["<xml>", "\"double\" `back` {brace} [bracket] ^ ~"],
        ["..", "."],
        [new string('x', 512), string.Concat(Enumerable.Repeat("æ'", 256))],
    ];

    [Fact]
    public async Task What_we_write_is_read_by_the_other_client()
    {
        var table = await azurite.CreateTableAsync();
        foreach (var key in s_keys)
            await table.AddEntityAsync(Sample(key[0], key[1]));

        await RunAsync("check", table.Name);
    }

    [Fact]
    public async Task What_we_write_in_a_transaction_is_read_by_the_other_client()
    {
        var table = await azurite.CreateTableAsync();
        foreach (var key in s_keys)
            await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, Sample(key[0], key[1]))]);

        await RunAsync("check", table.Name);
    }

    [Fact]
    public async Task What_the_other_client_writes_is_read_by_us()
    {
        var table = await azurite.CreateTableAsync();
        await RunAsync("write", table.Name);

        foreach (var key in s_keys)
        {
            AssertSample(await table.GetEntityAsync(key[0], key[1]), key);
            var listed = await table.QueryAsync(TableFilter.Create($"PartitionKey eq {key[0]} and RowKey eq {key[1]}")).ToListAsync();
            AssertSample(Assert.Single(listed), key);
        }
    }

    private static TableEntity Sample(string partitionKey, string rowKey) => new(partitionKey, rowKey)
    {
        ["Text"] = "it's 100 % \"Blåbærgrød\" 🎉\r\n\t\\ </x>",
        ["Empty"] = "",
        ["LooksLikeTime"] = "2026-11-20T09:00:00Z",
        ["LooksLikeNumber"] = "007",
        ["Int"] = int.MinValue,
        ["Whole"] = 3.0,
        ["Half"] = 0.5,
        ["Below"] = -0.25,
        ["Tiny"] = double.Epsilon,
        ["Huge"] = double.MaxValue,
        ["Long"] = 9007199254740993L,
        ["Least"] = long.MinValue,
        ["Yes"] = true,
        ["No"] = false,
        ["At"] = new DateTimeOffset(2026, 11, 20, 10, 8, 7, 654, TimeSpan.FromHours(1)),
        ["First"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ["Id"] = new Guid("3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
        ["Bytes"] = new byte[] { 0, 1, 2, 253, 254, 255 },
        ["NoBytes"] = Array.Empty<byte>(),
        ["Æble_1"] = "a property name may have letters of any language",
    };

    private static void AssertSample(TableEntity read, string[] key)
    {
        Assert.Equal(key[0], read.PartitionKey);
        Assert.Equal(key[1], read.RowKey);
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
        var expected = Sample(key[0], key[1]);
        Assert.Equal(expected.Names.Order(StringComparer.Ordinal), read.Names.Order(StringComparer.Ordinal));
        foreach (var (name, value) in expected)
            Assert.True(Equals(value, read[name]) || (value is byte[] bytes && bytes.SequenceEqual(read.GetBinary(name)!)), name);
    }

    private async Task RunAsync(string mode, string table)
    {
        var folder = Path.Combine(Repository.Root, "tests", "node");
        await NpmPackages.EnsureAsync(folder, CancellationToken.None);
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "tables-conformance.mjs"), mode, table])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        await node.StandardInput.WriteAsync(
            JsonSerializer.Serialize(new { connectionString = azurite.ConnectionString, keys = s_keys }));
        node.StandardInput.Close();
        var errors = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, errors);
    }
}
