using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>The cards of packs, areas and questions, as a team has them now.</summary>
internal sealed class QuestionDesk(Catalogue catalogue, RoundStore rounds, RoundPlanner planner, Prompts prompts, TimeProvider time)
{
    private const int QuestionsOnAPage = 5;

    public AdaptiveCard Packs(Team team, string? done, string? problem)
    {
        var texts = team.Language.Texts();
        return QuestionCards.List(
            new QuestionListView
            {
                Team = team.Name,
                Title = texts.QuestionsTitle,
                Intro = texts.QuestionsIntro,
                Done = done,
                Problem = problem,
                Rows = [.. catalogue.Packs.Select(pack => PackRow(team, pack)), OwnRow(team)],
                Verb = Verbs.QuestionsShow,
                BackVerb = Verbs.DeskShow,
                Data = Data(team),
            },
            texts);
    }

    public static AdaptiveCard Areas(Team team, Pack pack)
    {
        var texts = team.Language.Texts();
        return QuestionCards.List(
            new QuestionListView
            {
                Team = team.Name,
                Title = pack.Title.In(team.Language),
                Intro = pack.Source.Title + (pack.Source.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $" ({year})") : string.Empty),
                Rows = [.. pack.Areas.Select(area => AreaRow(team, area))],
                Verb = Verbs.QuestionsPack,
                BackVerb = Verbs.QuestionsShow,
                Data = Data(team) with { About = pack.Id.Value },
            },
            texts);
    }

    public async Task<AdaptiveCard> QuestionsAsync(Team team, Area area, PackId? pack, int page, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var asked = await AskedAsync(team, cancellationToken);
        var isOwn = area.Id == QuestionSettings.OwnArea;
        var questions = isOwn ? team.Questions.Own.Select(own => own.Question).ToList() : [.. area.Questions];
        var pages = Math.Max(1, (questions.Count + QuestionsOnAPage - 1) / QuestionsOnAPage);
        var at = Math.Clamp(page, 0, pages - 1);
        return QuestionCards.List(
            new QuestionListView
            {
                Team = team.Name,
                Title = area.Title.In(team.Language),
                Intro = isOwn && questions.Count == 0 ? texts.OwnNone : isOwn ? texts.OwnPlace : area.Lead.In(team.Language),
                Rows =
                [
                    .. questions.Skip(at * QuestionsOnAPage).Take(QuestionsOnAPage).Select(question => new QuestionRow(
                        question.Text.In(team.Language),
                        StateOf(team, question.Id, asked),
                        [new RowButton(texts.LookAt, Verbs.QuestionsLook, Data(team) with { About = question.Id.Value, Page = at })])),
                ],
                Verb = Verbs.QuestionsArea,
                Page = at,
                Pages = pages,
                CanWrite = isOwn,
                BackVerb = pack is null ? Verbs.QuestionsShow : Verbs.QuestionsPack,
                BackAbout = pack?.Value,
                Data = Data(team) with { About = area.Id.Value, Page = at },
            },
            texts);
    }

    public async Task<AdaptiveCard> LookAsync(Team team, Area area, Question question, int page, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var asked = await AskedAsync(team, cancellationToken);
        var prompt = await prompts.PreviewAsync(team, AskedQuestion.Of(area, question), Closes(team), cancellationToken);
        return QuestionCards.Look(prompt, StateOf(team, question.Id, asked), Buttons(team, question.Id, asked), Data(team) with { About = area.Id.Value, Page = page }, texts);
    }

    /// <summary>The eight weeks that would follow, and a button to have them so; the one thing wrong where there is something.</summary>
    public async Task<AdaptiveCard> ReviewAsync(Team team, Team changed, string? problem, ActionData save, ActionData back, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        List<SlotView> coming = problem is not null ? [] : [.. planner.From(changed, past, time.GetUtcNow()).Take(SetupCards.PreviewedSlots).Select(round => round.ToView(team))];
        return QuestionCards.Review(team.Name, coming, problem, save with { Seen = Seen(team) }, back, team.Language.Texts());
    }

    /// <summary>Somebody else was first: the weeks as both changes would make them, to be saved once more.</summary>
    public async Task<AdaptiveCard> ReviewMovedAsync(Team team, Team changed, string problem, ActionData save, CancellationToken cancellationToken)
    {
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        List<SlotView> coming = [.. planner.From(changed, past, time.GetUtcNow()).Take(SetupCards.PreviewedSlots).Select(round => round.ToView(team))];
        return QuestionCards.Review(team.Name, coming, problem, save with { Seen = Seen(team) }, Data(team), team.Language.Texts());
    }

    private List<string> Seen(Team team) => [.. SettingWords.Questions(catalogue)(team, team.Language).Select(setting => setting.Value)];

    public static AdaptiveCard Write(Team team, QuestionId? id, OwnForm form, string? problem, IReadOnlyList<FieldProblem> problems) => QuestionCards.Write(
        new OwnView
        {
            Team = team.Name,
            Form = form,
            Problem = problem,
            Problems = problems,
            BackAbout = QuestionSettings.OwnArea.Value,
            Data = Data(team) with { About = id?.Value },
        },
        team.Language.Texts());

    public static OwnForm FormOf(Question question) => new()
    {
        Text = question.Text.Danish,
        TextEn = question.Text.English,
        Probe = question.Probe.Danish,
        ProbeEn = question.Probe.English,
        Type = question.Type.ToString(),
        Low = question.Low?.Danish,
        High = question.High?.Danish,
        Unit = question.Unit?.Danish,
        Min = question.Min?.ToString(CultureInfo.InvariantCulture),
        Max = question.Max?.ToString(CultureInfo.InvariantCulture),
    };

    public static ActionData Data(Team team) => new() { Team = team.Id.Thread };

    private static QuestionRow PackRow(Team team, Pack pack)
    {
        var texts = team.Language.Texts();
        var isOn = team.Questions.PacksOn?.Contains(pack.Id) ?? pack.EnabledByDefault;
        return new QuestionRow(
            pack.Title.In(team.Language),
            texts.QuestionsCount(isOn ? texts.QuestionsOn : texts.QuestionsOff, pack.Areas.Sum(area => area.Questions.Count)),
            [new RowButton(texts.Open, Verbs.QuestionsPack, Data(team) with { About = pack.Id.Value }), Switch(team, QuestionChange.Pack, pack.Id.Value, isOn)]);
    }

    private static QuestionRow AreaRow(Team team, Area area)
    {
        var texts = team.Language.Texts();
        var isOn = !team.Questions.AreasOff.Contains(area.Id);
        return new QuestionRow(
            area.Title.In(team.Language),
            texts.QuestionsCount(isOn ? texts.QuestionsOn : texts.QuestionsOff, area.Questions.Count),
            [new RowButton(texts.Open, Verbs.QuestionsArea, Data(team) with { About = area.Id.Value }), Switch(team, QuestionChange.Area, area.Id.Value, isOn)]);
    }

    private static QuestionRow OwnRow(Team team) => AreaRow(team, Catalogue.OwnArea(team.Questions));

    private static RowButton Switch(Team team, string kind, string id, bool isOn)
    {
        var texts = team.Language.Texts();
        var change = new QuestionChange(kind, id, !isOn);
        return new RowButton(isOn ? texts.TurnOff : texts.TurnOn, Verbs.QuestionsReview, Data(team) with { About = change.About, On = change.On });
    }

    private static List<RowButton> Buttons(Team team, QuestionId id, IReadOnlyList<(QuestionId Question, DateTimeOffset At)> asked)
    {
        var texts = team.Language.Texts();
        var isPinned = team.Questions.Waiting(asked).Contains(id);
        var isOn = !team.Questions.QuestionsOff.Contains(id);
        var own = team.Questions.Own.FirstOrDefault(own => own.Question.Id == id);
        List<RowButton> buttons = [];
        if (isOn && own?.IsRetired != true)
            buttons.Add(new RowButton(isPinned ? texts.AskNextNot : texts.AskNext, Verbs.QuestionsReview, Data(team) with { About = $"{QuestionChange.Pinned}:{id}", On = !isPinned }));
        if (own is null)
            buttons.Add(Switch(team, QuestionChange.Question, id.Value, isOn));
        else
        {
            buttons.Add(new RowButton(texts.EditQuestion, Verbs.QuestionsWrite, Data(team) with { About = id.Value }));
            buttons.Add(new RowButton(own.IsRetired ? texts.BringBack : texts.Retire, Verbs.QuestionsReview, Data(team) with { About = $"{QuestionChange.Retired}:{id}", On = !own.IsRetired }));
        }

        return buttons;
    }

    private static string? StateOf(Team team, QuestionId id, IReadOnlyList<(QuestionId Question, DateTimeOffset At)> asked)
    {
        var texts = team.Language.Texts();
        List<string> states = [];
        if (team.Questions.Own.Any(own => own.Question.Id == id && own.IsRetired))
            states.Add(texts.QuestionRetired);
        else if (team.Questions.QuestionsOff.Contains(id))
            states.Add(texts.QuestionsOff);
        if (team.Questions.Waiting(asked).Contains(id))
            states.Add(texts.QuestionPinned);
        if (asked.LastOrDefault(one => one.Question == id) is { Question.Value: not null } last)
            states.Add(texts.QuestionAsked(texts.Date(DateOnly.FromDateTime(team.Local(last.At).Date))));
        return states.Count > 0 ? string.Join(" · ", states) : null;
    }

    private async Task<List<(QuestionId Question, DateTimeOffset At)>> AskedAsync(Team team, CancellationToken cancellationToken) =>
        RoundPlanner.Asked(await rounds.AllAsync(team.Id, cancellationToken));

    private DateTimeOffset Closes(Team team) => team.IsRunning
        ? planner.From(team, [], time.GetUtcNow()).First(coming => coming.Question is not null).Slot.ClosesAt
        : time.GetUtcNow();
}
