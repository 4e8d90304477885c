using System.Globalization;
using Azure;
using ReflectionBot.Tables;
using static ReflectionBot.Tables.TableTransactionActionType;

namespace ReflectionBot.Tests.Tables;

/// <summary>What the service refuses is refused before sending; the emulator lets some of it through.</summary>
public sealed class TableRulesTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("Rounds2026")]
    [InlineData("A12345678901234567890123456789012345678901234567890123456789012")]
    public void Table_names_that_are_good(string name) => Assert.Equal(name, TableRules.TableName(name));

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("my-table")]
    [InlineData("Ærter")]
    [InlineData("Tables")]
    [InlineData("a/b?c")]
    [InlineData("A123456789012345678901234567890123456789012345678901234567890123")]
    public void Table_names_that_are_not(string name) => Assert.Throws<ArgumentException>(() => TableRules.TableName(name));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u009Fb")]
    public void Keys_with_forbidden_characters_are_refused_without_repeating_them(string key)
    {
        var refused = Assert.Throws<ArgumentException>(() => TableRules.Key(key, "RowKey"));
        Assert.Contains("RowKey holds one of", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_have_512_characters_at_most_and_whole_ones()
    {
        TableRules.Key(new string('x', 512), "RowKey");
        TableRules.Key("", "RowKey");
        Assert.Throws<ArgumentException>(() => TableRules.Key(new string('x', 513), "RowKey"));
        Assert.Throws<ArgumentException>(() => TableRules.Key("half \uD83C", "RowKey"));
        Assert.Throws<ArgumentException>(() => TableRules.Key("\uDF89 other half", "RowKey"));
        Assert.Throws<ArgumentNullException>(() => TableRules.Key(null!, "RowKey"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with-dash")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("A,B")]
    [InlineData("x@odata.type")]
    public void Property_names_that_are_no_identifiers_are_refused(string name) =>
        Assert.Throws<ArgumentException>(() => TableRules.Entity(new TableEntity("p", "r") { [name] = 1 }));

    [Fact]
    public void Entity_has_251_properties_and_the_mark_of_its_write()
    {
        TableRules.Entity(Wide(251));
        Assert.Throws<ArgumentException>(() => TableRules.Entity(Wide(252)));
    }

    [Fact]
    public void Text_has_32768_characters_at_most_and_bytes_65536()
    {
        TableRules.Entity(new TableEntity("p", "r") { ["T"] = new string('x', 32_768), ["B"] = new byte[65_536] });
        var text = Assert.Throws<ArgumentException>(() => TableRules.Entity(new TableEntity("p", "r") { ["T"] = new string('x', 32_769) }));
        Assert.StartsWith("Property T is longer than 64 KiB", text.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", text.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TableRules.Entity(new TableEntity("p", "r") { ["B"] = new byte[65_537] }));
    }

    [Fact]
    public void Entity_has_one_mebibyte_at_most_counted_in_characters_of_two_bytes()
    {
        TableRules.Entity(Heavy(15));
        Assert.Throws<ArgumentException>(() => TableRules.Entity(Heavy(16)));
    }

    [Fact]
    public void Time_begins_in_1601()
    {
        TableRules.Entity(new TableEntity("p", "r") { ["T"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        Assert.Throws<ArgumentException>(() => TableRules.Entity(new TableEntity("p", "r") { ["T"] = DateTimeOffset.MinValue }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public void Page_sizes_out_of_range_are_refused(int size) => Assert.Throws<ArgumentException>(() => TableRules.PageSize(size));

    [Fact]
    public void Condition_is_never_forgotten()
    {
        Assert.Throws<ArgumentException>(() => TableRules.IfMatch(default));
        Assert.Throws<ArgumentException>(() => TableRules.Transaction([new(Delete, new TableEntity("p", "r"))]));
        Assert.Equal(ETag.All, TableRules.IfMatch(ETag.All));
    }

    [Fact]
    public void Transaction_stays_in_one_partition_and_names_each_entity_once()
    {
        Assert.Throws<ArgumentException>(() => TableRules.Transaction([]));
        Assert.Throws<ArgumentException>(() => TableRules.Transaction(
            [new(Add, new TableEntity("p", "a")), new(Add, new TableEntity("q", "b"))]));
        Assert.Throws<ArgumentException>(() => TableRules.Transaction(
            [new(Add, new TableEntity("p", "a")), new(Delete, new TableEntity("p", "a"), ETag.All)]));
        TableRules.Transaction(Rows(100));
        Assert.Throws<ArgumentException>(() => TableRules.Transaction(Rows(101)));
    }

    [Fact]
    public void Transaction_has_four_mebibytes_at_most()
    {
        TableRules.TransactionSize(4_194_304);
        Assert.Throws<ArgumentException>(() => TableRules.TransactionSize(4_194_305));
    }

    private static TableEntity Wide(int properties)
    {
        var entity = new TableEntity("p", "r");
        foreach (var i in Enumerable.Range(0, properties))
            entity[string.Create(CultureInfo.InvariantCulture, $"P{i}")] = i;
        return entity;
    }

    private static TableEntity Heavy(int fullTexts)
    {
        var entity = new TableEntity("p", "r");
        foreach (var i in Enumerable.Range(0, fullTexts))
            entity[string.Create(CultureInfo.InvariantCulture, $"P{i}")] = new string('x', 32_768);
        return entity;
    }

    private static TableTransactionAction[] Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new TableTransactionAction(Add, new TableEntity("p", $"{i}")))];
}
