using System.Text;
using ReflectionBot.Questions;

namespace ReflectionBot.Tests.Questions;

public sealed class CatalogueRulesTests
{
    private const string Good = """
        {"packs":[{"id":"p","enabledByDefault":true,"title":{"da":"P","en":"P"},"source":{"title":"Bog","publisher":"Forlag"},
        "areas":[{"id":"a","kind":"theme","title":{"da":"A","en":"A"},"lead":{"da":"L","en":"L"},
        "questions":[
        {"id":"q1","type":"open","text":{"da":"T1","en":"T1"},"probe":{"da":"S","en":"S"}},
        {"id":"q2","type":"scale","text":{"da":"T2","en":"T2"},"probe":{"da":"S","en":"S"},"low":{"da":"Lav","en":"Low"},"high":{"da":"Høj","en":"High"}},
        {"id":"q3","type":"number","text":{"da":"T3","en":"T3"},"probe":{"da":"S","en":"S"},"unit":{"da":"mål","en":"goals"},"min":0,"max":9}
        ]}]}]}
        """;

    [Fact]
    public void A_catalogue_that_keeps_the_rules_is_read() =>
        Assert.Equal(["q1", "q2", "q3"], Read(Good).EnabledAreas().Single().Questions.Select(question => question.Id.Value));

    [Theory]
    [InlineData("\"id\":\"q2\"", "\"id\":\"q1\"", "'q1': more than one of this id where a question must have its own")]
    [InlineData("\"id\":\"q2\"", "\"id\":\" \"", "'a': a question in it has no id")]
    [InlineData("\"id\":\"a\"", "\"name\":\"a\"", "'p': an area in it has no id")]
    [InlineData("\"id\":\"p\"", "\"id\":null", "'catalogue': a pack in it has no id")]
    [InlineData("\"en\":\"T2\"", "\"en\":\" \"", "'q2': text has no English text")]
    [InlineData("\"da\":\"T1\",", "", "'q1': text has no Danish text")]
    [InlineData("\"lead\":{\"da\":\"L\",\"en\":\"L\"},", "", "'a': lead has no Danish text")]
    [InlineData("\"title\":{\"da\":\"P\",\"en\":\"P\"}", "\"title\":{\"da\":\"P\",\"en\":\"\"}", "'p': title has no English text")]
    [InlineData("\"kind\":\"theme\"", "\"kind\":\"Tema\"", "'a': 'Tema' is no known kind")]
    [InlineData("\"type\":\"open\"", "\"type\":\"essay\"", "'q1': 'essay' is no known type")]
    [InlineData("\"type\":\"open\"", "\"type\":\"dilemma\"", "'q1': low has no Danish text")]
    [InlineData(",\"high\":{\"da\":\"Høj\",\"en\":\"High\"}", "", "'q2': high has no Danish text")]
    [InlineData("\"unit\":{\"da\":\"mål\",\"en\":\"goals\"},", "", "'q3': unit has no Danish text")]
    [InlineData("\"min\":0", "\"min\":9", "'q3': min and max must both be there, min below max")]
    [InlineData(",\"max\":9", "", "'q3': min and max must both be there, min below max")]
    [InlineData("\"publisher\":\"Forlag\"", "\"publisher\":\"\"", "'p': source.publisher is missing")]
    [InlineData("\"enabledByDefault\":true,", "", "'p': enabledByDefault is missing")]
    public void A_broken_rule_is_one_sentence_that_names_the_id(string part, string instead, string breach)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);

        var thrown = Assert.Throws<InvalidDataException>(() => Read(Good.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Equal($"The question catalogue is wrong at {breach}.", thrown.Message);
    }

    [Theory]
    [InlineData("{}", "'catalogue': packs is missing or empty")]
    [InlineData("null", "'catalogue': packs is missing or empty")]
    [InlineData("{\"packs\":[]}", "'catalogue': packs is missing or empty")]
    [InlineData("{\"packs\":[null]}", "'catalogue': packs holds a null")]
    public void A_catalogue_without_packs_is_refused(string json, string breach) =>
        Assert.Equal($"The question catalogue is wrong at {breach}.", Assert.Throws<InvalidDataException>(() => Read(json)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("{\"packs\":")]
    [InlineData("{\"packs\":[{\"id\":7}]}")]
    public void A_catalogue_that_is_no_json_of_that_shape_is_refused(string json) =>
        Assert.StartsWith(
            "The question catalogue is not readable: ", Assert.Throws<InvalidDataException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static Catalogue Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return CatalogueReader.Read(stream);
    }
}
