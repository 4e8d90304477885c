using System.Globalization;
using System.Xml.Linq;
using ReflectionBot.Summaries;

namespace ReflectionBot.Conversations;

/// <summary>Everything that is stored about somebody, as a document to read or as JSON, for that person alone.</summary>
internal sealed class PersonFile(Access access, PersonRecords records, TimeProvider time) : IFileSource
{
    public const string Name = "own";
    public const string Json = "json";
    public const string Document = "html";

    public string Kind => Name;

    public async Task<(OfferedFile? File, string? Refusal)> WriteAsync(Caller caller, FileWish wish, CancellationToken cancellationToken)
    {
        var person = await access.PersonAsync(caller, cancellationToken);
        var record = await records.OfAsync(caller.Tenant, caller.Member, cancellationToken);
        var isJson = wish.About == Json;
        var name = string.Create(CultureInfo.InvariantCulture, $"{person.Texts.DataFileName}-{person.Day(time.GetUtcNow()):yyyy-MM-dd}.{(isJson ? Json : Document)}");
        return (new OfferedFile(name, person.Texts.DataFileDescription, isJson ? record.ToJson() : ToRead(record, person), person.Texts), null);
    }

    private static byte[] ToRead(PersonRecord record, Person person) => HtmlFile.Write(
        person.Texts,
        person.Texts.MyData,
        new XElement("h1", person.Texts.MyData),
        new PersonWords(person).Everything(record).Select(one => new object[]
        {
            new XElement("h2", HtmlFile.Plain(one.Title)),
            one.Lines.Select(line => new XElement("p", HtmlFile.Plain(line))),
        }),
        new XElement("h2", person.Texts.DataAnonymous),
        new XElement("p", person.Texts.DataAnonymousUntil));
}
