using ReflectionBot.Questions;

namespace ReflectionBot.Conversations;

/// <summary>One switch among the questions, as a button carries it: <c>pack:fire-temaer</c> and on or off.</summary>
internal sealed record QuestionChange(string Kind, string Id, bool On)
{
    public const string Pack = "pack";
    public const string Area = "area";
    public const string Question = "question";
    public const string Pinned = "pin";
    public const string Retired = "retired";

    public string About => $"{Kind}:{Id}";

    /// <summary>Null for anything that is not there to be switched.</summary>
    public static QuestionChange? Of(CardAction action, Catalogue catalogue, QuestionSettings settings) =>
        action.About?.Split(':', 2) is [var kind, var id] && Exists(kind, id, catalogue, settings)
            ? new QuestionChange(kind, id, action.On)
            : null;

    public QuestionSettings Apply(Catalogue catalogue, QuestionSettings settings, DateTimeOffset now) => Kind switch
    {
        Pack => settings.WithPack(catalogue, new PackId(Id), On),
        Area => settings.WithArea(new AreaId(Id), On),
        Question => settings.WithQuestion(new QuestionId(Id), On),
        Pinned => settings.WithPin(new QuestionId(Id), On, now),
        _ => settings.Retired(new QuestionId(Id), On),
    };

    private static bool Exists(string kind, string id, Catalogue catalogue, QuestionSettings settings) => kind switch
    {
        Pack => catalogue.Packs.Any(pack => pack.Id.Value == id),
        Area => id == QuestionSettings.OwnArea.Value || catalogue.Packs.Any(pack => pack.Areas.Any(area => area.Id.Value == id)),
        Question or Pinned => catalogue.Find(new QuestionId(id)) is not null || IsOwn(id, settings),
        Retired => IsOwn(id, settings),
        _ => false,
    };

    private static bool IsOwn(string id, QuestionSettings settings) => settings.Own.Any(own => own.Question.Id.Value == id);
}
