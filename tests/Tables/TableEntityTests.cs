using System.Text.Json;
using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void Getter_of_the_right_type_gives_the_value_and_of_an_absent_one_null()
    {
        var entity = new TableEntity("p", "r") { ["S"] = "x", ["I"] = 1, ["B"] = true };

        Assert.Equal(("x", 1, true), (entity.GetString("S"), entity.GetInt32("I"), entity.GetBoolean("B")));
        Assert.Null(entity.GetString("Absent"));
        Assert.Null(entity.GetInt64("Absent"));
        Assert.Null(entity.GetBinary("Absent"));
        Assert.Null(entity["Absent"]);
    }

    [Fact]
    public void Whole_number_widens_and_nothing_else_converts()
    {
        var entity = new TableEntity("p", "r") { ["I"] = 3, ["L"] = 4L, ["S"] = "5" };

        Assert.Equal(3L, entity.GetInt64("I"));
        Assert.Equal(3.0, entity.GetDouble("I"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("L"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("S"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("I"));
    }

    [Fact]
    public void Null_removes_and_order_is_kept()
    {
        var entity = new TableEntity("p", "r") { ["B"] = 1, ["A"] = 2, ["C"] = 3 };
        entity["A"] = null;

        Assert.Equal(["B", "C"], entity.Names);
    }

    [Fact]
    public void Unknown_types_and_the_system_s_names_are_refused_without_the_value()
    {
        var entity = new TableEntity("p", "r");

        var refused = Assert.Throws<ArgumentException>(() => entity["A"] = new Uri("https://secret.example"));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => entity["PartitionKey"] = "x");
        Assert.Throws<ArgumentException>(() => entity["RowKey"] = "x");
        Assert.Throws<ArgumentException>(() => entity["Timestamp"] = "x");
        Assert.Throws<ArgumentException>(() => entity["WriteRequestId"] = "x");
    }

    [Fact]
    public void Whatever_another_writer_stored_is_read()
    {
        using var json = JsonDocument.Parse(
            """
            {"odata.metadata":"m","odata.etag":"W/\"e\"","odata.type":"t","PartitionKey":"p","RowKey":"r",
             "Timestamp":"2026-11-20T20:00:00.1234567Z","Timestamp@odata.type":"Edm.DateTime",
             "Late":"2026-11-20T20:00:00Z","Late@odata.type":"Edm.DateTime","Nil":null,
             "Whole":1.0,"Exponent":1e3,"Wide":3000000000,"Nan@odata.type":"Edm.Double","Nan":"NaN",
             "New@odata.type":"Edm.Unheard","New":"kept as text"}
            """);

        var entity = TableEntityJson.Read(json.RootElement);

        Assert.Equal(("p", "r", "W/\"e\""), (entity.PartitionKey, entity.RowKey, entity.ETag.ToString("H")));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero).AddTicks(1234567), entity.Timestamp);
        Assert.Equal(["Late", "Whole", "Exponent", "Wide", "Nan", "New"], entity.Names);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero), entity.GetDateTimeOffset("Late"));
        Assert.Equal((1.0, 1000.0, 3000000000.0), (entity.GetDouble("Whole"), entity.GetDouble("Exponent"), entity.GetDouble("Wide")));
        Assert.Equal(double.NaN, entity.GetDouble("Nan"));
        Assert.Equal("kept as text", entity.GetString("New"));
    }
}
