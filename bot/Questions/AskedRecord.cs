namespace ReflectionBot.Questions;

/// <summary>What has been asked so far, kept as the three things the rotation looks at; private to one calculation.</summary>
internal sealed class AskedRecord
{
    private const int Never = -1;

    private readonly List<Area> _areas;
    private readonly Dictionary<QuestionId, Area> _areaOf = [];
    private readonly Dictionary<AreaId, int> _areaAsked = [];
    private readonly Dictionary<QuestionId, int> _questionAsked = [];
    private readonly List<AreaKind> _kinds = [];

    public AskedRecord(IReadOnlyList<Area> areas, IReadOnlyList<QuestionId> history)
    {
        _areas = [.. areas.Where(area => area.Questions.Count > 0)];
        if (_areas.Count == 0)
            throw new ArgumentException("There is no question to ask: no area with questions is switched on.", nameof(areas));

        foreach (var area in _areas)
            foreach (var id in area.Questions.Select(question => question.Id).Concat(area.Off))
                _areaOf.TryAdd(id, area);
        foreach (var id in history)
            Add(id);
    }

    public void Add(QuestionId id)
    {
        if (!_areaOf.TryGetValue(id, out var area))
            return;

        _areaAsked[area.Id] = _questionAsked[id] = _kinds.Count;
        _kinds.Add(area.Kind);
    }

    /// <summary>The question, if it may be asked now.</summary>
    public (Area, Question)? Find(QuestionId id) =>
        _areaOf.TryGetValue(id, out var area) && area.Questions.FirstOrDefault(question => question.Id == id) is { } found
            ? (area, found)
            : null;

    public (Area, Question) Choose()
    {
        var kind = Rhythm.Next(_areas, _kinds);
        var area = _areas.Where(area => area.Kind == kind).MinBy(area => _areaAsked.GetValueOrDefault(area.Id, Never))!;
        return (area, area.Questions.MinBy(question => _questionAsked.GetValueOrDefault(question.Id, Never))!);
    }
}
