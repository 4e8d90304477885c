using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReflectionBot.Questions;

/// <summary>The catalogue as it is written: nothing is required here, so that <see cref="CatalogueReader"/> can name what is missing.</summary>
internal sealed record CatalogueFile(IReadOnlyList<CatalogueFile.PackEntry?>? Packs)
{
    internal sealed record PackEntry(
        string? Id, bool? EnabledByDefault, LocalizedText? Title, SourceEntry? Source, IReadOnlyList<AreaEntry?>? Areas);

    internal sealed record SourceEntry(string? Title, string? Publisher, int? Year);

    internal sealed record AreaEntry(
        string? Id, string? Kind, LocalizedText? Title, LocalizedText? Lead, IReadOnlyList<QuestionEntry?>? Questions);

    internal sealed record QuestionEntry(
        string? Id, string? Type, LocalizedText? Text, LocalizedText? Probe, LocalizedText? Low, LocalizedText? High, LocalizedText? Unit, int? Min, int? Max);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CatalogueFile))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
