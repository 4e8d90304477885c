using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using static ReflectionBot.Questions.CatalogueFile;

namespace ReflectionBot.Questions;

/// <summary>
/// Reads a catalogue and holds it to its rules: ids unique among packs, among areas and among questions, both languages
/// written, known kinds and types, two ends for scale and dilemma, unit and range for a number. The first breach throws
/// one <see cref="InvalidDataException"/> that names the id.
/// </summary>
internal sealed class CatalogueReader
{
    private readonly HashSet<string> _packs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _areas = new(StringComparer.Ordinal);
    private readonly HashSet<string> _questions = new(StringComparer.Ordinal);

    private CatalogueReader()
    {
    }

    public static Catalogue Read(Stream json)
    {
        try
        {
            var file = JsonSerializer.Deserialize(json, CatalogueJson.Default.CatalogueFile);
            var reader = new CatalogueReader();
            return new Catalogue(Each("catalogue", "packs", file?.Packs, reader.ReadPack));
        }
        catch (JsonException unreadable)
        {
            throw new InvalidDataException($"The question catalogue is not readable: {unreadable.Message}", unreadable);
        }
    }

    private Pack ReadPack(string parent, PackEntry entry)
    {
        var id = Unique(_packs, entry.Id, "a pack", parent);
        Require(entry.EnabledByDefault is not null, id, "enabledByDefault is missing");
        return new Pack
        {
            Id = new PackId(id),
            Title = Both(id, "title", entry.Title),
            Source = ReadSource(id, entry.Source),
            EnabledByDefault = entry.EnabledByDefault.Value,
            Areas = Each(id, "areas", entry.Areas, ReadArea),
        };
    }

    private static Source ReadSource(string id, SourceEntry? entry)
    {
        Require(!string.IsNullOrWhiteSpace(entry?.Title), id, "source.title is missing");
        Require(!string.IsNullOrWhiteSpace(entry.Publisher), id, "source.publisher is missing");
        return new Source(entry.Title, entry.Publisher, entry.Year);
    }

    private Area ReadArea(string parent, AreaEntry entry)
    {
        var id = Unique(_areas, entry.Id, "an area", parent);
        return new Area
        {
            Id = new AreaId(id),
            Kind = ReadKind(id, entry.Kind),
            Title = Both(id, "title", entry.Title),
            Lead = Both(id, "lead", entry.Lead),
            Questions = Each(id, "questions", entry.Questions, ReadQuestion),
        };
    }

    private Question ReadQuestion(string parent, QuestionEntry entry)
    {
        var id = Unique(_questions, entry.Id, "a question", parent);
        return WithAnswer(id, entry, new Question
        {
            Id = new QuestionId(id),
            Type = ReadType(id, entry.Type),
            Text = Both(id, "text", entry.Text),
            Probe = Both(id, "probe", entry.Probe),
        });
    }

    private static Question WithAnswer(string id, QuestionEntry entry, Question question) => question.Type switch
    {
        QuestionType.Scale or QuestionType.Dilemma => question with
        {
            Low = Both(id, "low", entry.Low),
            High = Both(id, "high", entry.High),
        },
        QuestionType.Number => WithRange(id, entry, question),
        _ => question,
    };

    private static Question WithRange(string id, QuestionEntry entry, Question question)
    {
        Require(entry.Min < entry.Max, id, "min and max must both be there, min below max");
        return question with { Unit = Both(id, "unit", entry.Unit), Min = entry.Min, Max = entry.Max };
    }

    private static AreaKind ReadKind(string id, string? kind) => kind switch
    {
        "theme" => AreaKind.Theme,
        "beacon" => AreaKind.Beacon,
        "pack" => AreaKind.Pack,
        _ => throw Broken(id, $"'{kind}' is no known kind"),
    };

    private static QuestionType ReadType(string id, string? type) => type switch
    {
        "open" => QuestionType.Open,
        "scale" => QuestionType.Scale,
        "number" => QuestionType.Number,
        "dilemma" => QuestionType.Dilemma,
        _ => throw Broken(id, $"'{type}' is no known type"),
    };

    private static T[] Each<TEntry, T>(
        string id, string property, IReadOnlyList<TEntry?>? entries, Func<string, TEntry, T> read)
        where TEntry : class
    {
        Require(entries is { Count: > 0 }, id, $"{property} is missing or empty");
        return [.. entries.Select(entry => read(id, entry ?? throw Broken(id, $"{property} holds a null")))];
    }

    private static string Unique(HashSet<string> seen, string? id, string what, string parent)
    {
        Require(!string.IsNullOrWhiteSpace(id), parent, $"{what} in it has no id");
        Require(seen.Add(id), id, $"more than one of this id where {what} must have its own");
        return id;
    }

    private static LocalizedText Both(string id, string property, LocalizedText? text)
    {
        Require(!string.IsNullOrWhiteSpace(text?.Danish), id, $"{property} has no Danish text");
        Require(!string.IsNullOrWhiteSpace(text.English), id, $"{property} has no English text");
        return text;
    }

    private static void Require([DoesNotReturnIf(false)] bool kept, string id, string breach)
    {
        if (!kept)
            throw Broken(id, breach);
    }

    private static InvalidDataException Broken(string id, string breach) =>
        new($"The question catalogue is wrong at '{id}': {breach}.");
}
