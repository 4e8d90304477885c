using FsCheck;
using FsCheck.Fluent;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

public sealed class TableFilterTests
{
    [Fact]
    public void Every_hole_becomes_a_literal_of_its_type()
    {
        Assert.Equal("A eq 'x'", TableFilter.Create($"A eq {"x"}"));
        Assert.Equal("A eq ''", TableFilter.Create($"A eq {""}"));
        Assert.Equal("A eq -12", TableFilter.Create($"A eq {-12}"));
        Assert.Equal("A eq 9007199254740993L", TableFilter.Create($"A eq {9007199254740993L}"));
        Assert.Equal("A eq 1.5", TableFilter.Create($"A eq {1.5}"));
        Assert.Equal("A eq 3.0", TableFilter.Create($"A eq {3.0}"));
        Assert.Equal("A eq 1E+21", TableFilter.Create($"A eq {1e21}"));
        Assert.Equal("A eq true and B eq false", TableFilter.Create($"A eq {true} and B eq {false}"));
        Assert.Equal(
            "A ge datetime'2026-11-20T19:00:00.0000000Z'",
            TableFilter.Create($"A ge {new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.FromHours(1))}"));
        Assert.Equal(
            "A eq guid'3f2504e0-4f89-11d3-9a0c-0305e82c3301'",
            TableFilter.Create($"A eq {new Guid("3F2504E0-4F89-11D3-9A0C-0305E82C3301")}"));
        Assert.Equal("A eq X'0aff'", TableFilter.Create($"A eq {new byte[] { 10, 255 }}"));
    }

    [Fact]
    public void Value_cannot_end_its_own_literal() =>
        Assert.Equal(
            "PartitionKey eq 'x'' or ''1'' eq ''1' and RowKey ge 'it''s'",
            TableFilter.Create($"PartitionKey eq {"x' or '1' eq '1"} and RowKey ge {"it's"}"));

    [Fact]
    public void Any_text_is_one_literal_that_reads_back_as_itself() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var literal = TableFilter.Create($"A eq {text.Get}")["A eq ".Length..];
            var inner = literal[1..^1];
            return literal[0] == '\'' && literal[^1] == '\''
                && inner.Replace("''", "", StringComparison.Ordinal).IndexOf('\'') < 0
                && inner.Replace("''", "'", StringComparison.Ordinal) == text.Get;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_and_times_do_not_depend_on_the_reader_s_language()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("da-DK");
        try
        {
            Assert.Equal("A lt 1.5 and B eq -3", TableFilter.Create($"A lt {1.5} and B eq {-3}"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Quotes_around_a_hole_are_refused() =>
        Assert.Throws<ArgumentException>(() => TableFilter.Create($"A eq '{"x"}'"));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_are_none_are_refused(double value) =>
        Assert.Throws<ArgumentException>(() => TableFilter.Create($"A eq {value}"));

    [Theory]
    [InlineData("round|", "RowKey ge 'round|' and RowKey lt 'round}'")]
    [InlineData("it's&", "RowKey ge 'it''s&' and RowKey lt 'it''s'''")]
    [InlineData("æ", "RowKey ge 'æ' and RowKey lt 'ç'")]
    public void Prefix_is_a_range_up_to_the_next_character(string prefix, string filter) =>
        Assert.Equal(filter, TableFilter.Prefix("RowKey", prefix));

    [Theory]
    [InlineData("")]
    [InlineData("party🎉")]
    [InlineData("end\uFFFF")]
    public void Prefix_without_a_next_character_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(() => TableFilter.Prefix("RowKey", prefix));

    [Fact]
    public void Prefix_of_something_that_is_no_property_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableFilter.Prefix("A eq 1 or B", "x"));
}
