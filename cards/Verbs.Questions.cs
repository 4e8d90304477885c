namespace ReflectionBot.Cards;

/// <content>Choosing and writing questions.</content>
public static partial class Verbs
{
    public const string QuestionsShow = "questions.show";
    public const string QuestionsPack = "questions.pack";
    public const string QuestionsArea = "questions.area";
    public const string QuestionsLook = "questions.look";
    public const string QuestionsReview = "questions.review";
    public const string QuestionsSave = "questions.save";
    public const string QuestionsWrite = "questions.write";
    public const string QuestionsWritten = "questions.written";
}

/// <content>The fields of a question that a team writes itself.</content>
public static partial class Fields
{
    public const string OwnText = "ownText";
    public const string OwnTextEn = "ownTextEn";
    public const string OwnProbe = "ownProbe";
    public const string OwnProbeEn = "ownProbeEn";
    public const string OwnType = "ownType";
    public const string OwnLow = "ownLow";
    public const string OwnHigh = "ownHigh";
    public const string OwnUnit = "ownUnit";
    public const string OwnMin = "ownMin";
    public const string OwnMax = "ownMax";
}

/// <summary>A question of the team's own, exactly as typed. <c>Type</c> is a <see cref="QuestionKind"/>'s name.</summary>
public sealed record OwnForm
{
    public string? Text { get; init; }
    public string? TextEn { get; init; }
    public string? Probe { get; init; }
    public string? ProbeEn { get; init; }
    public string? Type { get; init; }
    public string? Low { get; init; }
    public string? High { get; init; }
    public string? Unit { get; init; }
    public string? Min { get; init; }
    public string? Max { get; init; }
}
