namespace ReflectionBot.Questions;

/// <summary>The questions that ship with the service. Immutable; load it once.</summary>
internal sealed class Catalogue
{
    private const string Resource = "ReflectionBot.Questions.catalogue.json";

    private readonly Dictionary<QuestionId, (Pack Pack, Area Area, Question Question)> _byQuestion = [];

    public Catalogue(IReadOnlyList<Pack> packs)
    {
        Packs = packs;
        foreach (var pack in packs)
            foreach (var area in pack.Areas)
                foreach (var question in area.Questions)
                    _byQuestion.Add(question.Id, (pack, area, question));
    }

    public IReadOnlyList<Pack> Packs { get; }

    /// <summary>The embedded catalogue. Throws <see cref="InvalidDataException"/>, naming the id, when it breaks a rule.</summary>
    public static Catalogue Load()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The question catalogue {Resource} is missing from the assembly.");
        return CatalogueReader.Read(stream);
    }

    /// <summary>The question with its area and pack, switched on or not; null when the catalogue has no such question.</summary>
    public (Pack Pack, Area Area, Question Question)? Find(QuestionId id) =>
        _byQuestion.TryGetValue(id, out var found) ? found : null;

    /// <summary>
    /// What may be asked, in catalogue order: the areas of the packs that are on (null: those on by default),
    /// without the areas and questions switched off one by one. An area left without questions is left out.
    /// </summary>
    public IReadOnlyList<Area> EnabledAreas(
        IReadOnlySet<PackId>? packsOn = null,
        IReadOnlySet<AreaId>? areasOff = null,
        IReadOnlySet<QuestionId>? questionsOff = null)
    {
        var areas = from pack in Packs
                    where packsOn?.Contains(pack.Id) ?? pack.EnabledByDefault
                    from area in pack.Areas
                    where areasOff?.Contains(area.Id) != true
                    select Without(area, questionsOff);
        return [.. areas.Where(area => area.Questions.Count > 0)];
    }

    /// <summary>What a team may be asked: what it has left on of the catalogue, and its own questions as an area of their own.</summary>
    public IReadOnlyList<Area> AreasOf(QuestionSettings settings)
    {
        var off = settings.QuestionsOff.ToHashSet();
        var areas = EnabledAreas(settings.PacksOn?.ToHashSet(), settings.AreasOff.ToHashSet(), off);
        var own = Without(OwnArea(settings), off);
        return own.Questions.Count > 0 && !settings.AreasOff.Contains(own.Id) ? [.. areas, own] : areas;
    }

    /// <summary>The team's own questions, those in use.</summary>
    public static Area OwnArea(QuestionSettings settings) => new()
    {
        Id = QuestionSettings.OwnArea,
        Kind = AreaKind.Pack,
        Title = new LocalizedText("Jeres egne spørgsmål", "Your own questions"),
        Lead = new LocalizedText("Skrevet hos jer selv.", "Written by yourselves."),
        Questions = [.. settings.Own.Where(own => !own.IsRetired).Select(own => own.Question)],
        Off = [.. settings.Own.Where(own => own.IsRetired).Select(own => own.Question.Id)],
    };

    private static Area Without(Area area, IReadOnlySet<QuestionId>? off)
    {
        if (off is null || !area.Questions.Any(question => off.Contains(question.Id)))
            return area;

        var parts = area.Questions.ToLookup(question => off.Contains(question.Id));
        return area with { Questions = [.. parts[false]], Off = [.. area.Off, .. parts[true].Select(question => question.Id)] };
    }
}
