namespace ReflectionBot.Questions;

/// <summary>What a team has chosen among the questions, and the ones it has written. Immutable; every change makes a new one.</summary>
internal sealed record QuestionSettings
{
    /// <summary>Own questions, retired ones included.</summary>
    public const int MostOwn = 40;

    public static readonly AreaId OwnArea = new("egne");

    /// <summary>Null while nobody has chosen: then the packs that are on by default.</summary>
    public IReadOnlyList<PackId>? PacksOn { get; init; }

    public IReadOnlyList<AreaId> AreasOff { get; init; } = [];

    public IReadOnlyList<QuestionId> QuestionsOff { get; init; } = [];

    /// <summary>What to ask next, in that order.</summary>
    public IReadOnlyList<Pin> Pins { get; init; } = [];

    public IReadOnlyList<OwnQuestion> Own { get; init; } = [];

    /// <summary>Pins that still wait for their round. <paramref name="asked"/>: when each question was asked, oldest first.</summary>
    public IReadOnlyList<QuestionId> Waiting(IReadOnlyList<(QuestionId Question, DateTimeOffset At)> asked) =>
        [.. Pins.Where(pin => !asked.Any(one => one.Question == pin.Question && one.At >= pin.At)).Select(pin => pin.Question)];

    public QuestionSettings WithPack(Catalogue catalogue, PackId pack, bool on)
    {
        var now = catalogue.Packs.Where(one => PacksOn?.Contains(one.Id) ?? one.EnabledByDefault).Select(one => one.Id);
        var then = now.Where(one => one != pack).Concat(on ? [pack] : []).ToHashSet();
        return this with { PacksOn = [.. catalogue.Packs.Select(one => one.Id).Where(then.Contains)] };
    }

    public QuestionSettings WithArea(AreaId area, bool on) =>
        this with { AreasOff = [.. AreasOff.Where(one => one != area), .. on ? Array.Empty<AreaId>() : [area]] };

    public QuestionSettings WithQuestion(QuestionId question, bool on) =>
        this with { QuestionsOff = [.. QuestionsOff.Where(one => one != question), .. on ? Array.Empty<QuestionId>() : [question]] };

    /// <summary>The latest wish goes first; off takes it back.</summary>
    public QuestionSettings WithPin(QuestionId question, bool on, DateTimeOffset now) =>
        this with { Pins = [.. on ? [new Pin(question, now)] : Array.Empty<Pin>(), .. Pins.Where(pin => pin.Question != question)] };

    /// <summary>Adds a question, or replaces the one with its id.</summary>
    public QuestionSettings WithOwn(Question question) =>
        this with
        {
            Own = Own.Any(own => own.Question.Id == question.Id)
                ? [.. Own.Select(own => own.Question.Id == question.Id ? own with { Question = question } : own)]
                : [.. Own, new OwnQuestion(question, IsRetired: false)],
        };

    public QuestionSettings Retired(QuestionId question, bool retired) =>
        this with { Own = [.. Own.Select(own => own.Question.Id == question ? own with { IsRetired = retired } : own)] };

    /// <summary>The id for one more own question: never one that was used before.</summary>
    public QuestionId NextOwn() => new($"{OwnArea}-{Own.Count + 1}");
}

/// <summary>A wish to ask this question next, from when it was made: having been asked since fulfils it.</summary>
internal sealed record Pin(QuestionId Question, DateTimeOffset At);

/// <summary>A question of a team's own. A retired one is never asked again, and never deleted: past rounds asked it.</summary>
internal sealed record OwnQuestion(Question Question, bool IsRetired);
