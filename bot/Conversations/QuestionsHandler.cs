using ReflectionBot.Cards;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>What a team asks itself about: packs, areas and questions on and off, own questions, and what comes next.</summary>
internal sealed class QuestionsHandler(
    Access access, Catalogue catalogue, QuestionDesk desk, SettingsDesk settings, TimeProvider time) : ICardActionHandler
{
    public IReadOnlyCollection<string> Verbs { get; } =
    [
        Cards.Verbs.QuestionsShow, Cards.Verbs.QuestionsPack, Cards.Verbs.QuestionsArea, Cards.Verbs.QuestionsLook,
        Cards.Verbs.QuestionsReview, Cards.Verbs.QuestionsSave, Cards.Verbs.QuestionsWrite, Cards.Verbs.QuestionsWritten,
    ];

    public async Task<ActionReply> HandleAsync(Caller caller, CardAction action, CancellationToken cancellationToken)
    {
        var (administrator, refusal) = await access.AdministratorAsync(caller, action.Team, cancellationToken);
        if (administrator is not { Team: var team, Member: var by })
            return refusal!;

        return action.Verb switch
        {
            Cards.Verbs.QuestionsPack when catalogue.Packs.FirstOrDefault(pack => pack.Id.Value == action.About) is { } pack => ActionReply.Show(QuestionDesk.Areas(team, pack)),
            Cards.Verbs.QuestionsArea when FindArea(team, action.About) is var (pack, area) => ActionReply.Show(await desk.QuestionsAsync(team, area, pack, action.Page, cancellationToken)),
            Cards.Verbs.QuestionsLook when Find(team, action.About) is var (area, question) => ActionReply.Show(await desk.LookAsync(team, area, question, action.Page, cancellationToken)),
            Cards.Verbs.QuestionsReview => await ReviewAsync(team, action, cancellationToken),
            Cards.Verbs.QuestionsSave => await SaveAsync(team, by.Id, action, cancellationToken),
            Cards.Verbs.QuestionsWrite => Write(team, action),
            Cards.Verbs.QuestionsWritten => await WrittenAsync(team, action, cancellationToken),
            Cards.Verbs.QuestionsShow => ActionReply.Show(desk.Packs(team, null, null)),
            _ => ActionReply.Show(desk.Packs(team, null, team.Language.Texts().ErrorQuestionGone)),
        };
    }

    private async Task<ActionReply> ReviewAsync(Team team, CardAction action, CancellationToken cancellationToken)
    {
        if (QuestionChange.Of(action, catalogue, team.Questions) is not { } change)
            return ActionReply.Show(desk.Packs(team, null, team.Language.Texts().ErrorQuestionGone));

        return await ReviewAsync(team, Apply(team, change), null, QuestionDesk.Data(team) with { About = change.About, On = change.On }, cancellationToken);
    }

    private async Task<ActionReply> ReviewAsync(Team team, Team changed, string? problem, ActionData save, CancellationToken cancellationToken)
    {
        var wrong = problem ?? (catalogue.AreasOf(changed.Questions).Count == 0 ? team.Language.Texts().ErrorNothingLeft : null);
        return ActionReply.Show(await desk.ReviewAsync(team, changed, wrong, save, save with { On = null, About = save.Own is null ? null : save.About }, cancellationToken));
    }

    private async Task<ActionReply> SaveAsync(Team team, MemberId by, CardAction action, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var save = QuestionDesk.Data(team) with { About = action.About, On = action.Own is null ? action.On : null, Own = action.Own };
        if (ChangeOf(team, action) is not { } change)
            return ActionReply.Show(desk.Packs(team, null, texts.ErrorQuestionGone));
        if (catalogue.AreasOf(change(team.Questions)).Count == 0)
            return await ReviewAsync(team, team, texts.ErrorNothingLeft, save, cancellationToken);

        var outcome = await settings.SaveAsync(
            team.Id, by, AuditAct.QuestionsChanged, action.Seen, SettingWords.Questions(catalogue),
            now => now with { Questions = change(now.Questions) }, cancellationToken);
        if (outcome.Meanwhile.Count > 0)
        {
            var now = outcome.Team!;
            var problem = texts.SettingsMoved(texts.List([.. outcome.Meanwhile.Select(one => one.In(texts))]));
            return ActionReply.Show(await desk.ReviewMovedAsync(now, now with { Questions = change(now.Questions) }, problem, save, cancellationToken));
        }

        return ActionReply.Show(desk.Packs(outcome.Team ?? team, texts.SettingsSaved, null));
    }

    // What a button saves: a switch, or an own question that is read again from its form.
    private Func<QuestionSettings, QuestionSettings>? ChangeOf(Team team, CardAction action)
    {
        if (action.Own is not { } form)
            return QuestionChange.Of(action, catalogue, team.Questions) is { } change ? now => change.Apply(catalogue, now, time.GetUtcNow()) : null;

        var reader = new OwnReader(form, team.Language.Texts());
        var known = Own(team, action.About)?.Question.Id;
        if (reader.Read(known ?? team.Questions.NextOwn()) is not { } question)
            return null;

        // The same press again: the question it would add is there already.
        return now => known is null && now.Own.Any(own => own.Question with { Id = question.Id } == question) ? now
            : known is null && now.Own.Count >= QuestionSettings.MostOwn ? now
            : now.WithOwn(known is null ? question with { Id = now.NextOwn() } : question);
    }

    private ActionReply Write(Team team, CardAction action)
    {
        var own = Own(team, action.About);
        if (own is null && team.Questions.Own.Count >= QuestionSettings.MostOwn)
            return ActionReply.Show(desk.Packs(team, null, team.Language.Texts().ErrorOwnMany(QuestionSettings.MostOwn)));
        var form = action.Own ?? (own is null ? new OwnForm { Type = nameof(QuestionType.Open) } : QuestionDesk.FormOf(own.Question));
        return ActionReply.Show(QuestionDesk.Write(team, own?.Question.Id, form, null, []));
    }

    private async Task<ActionReply> WrittenAsync(Team team, CardAction action, CancellationToken cancellationToken)
    {
        var form = action.Own ?? new OwnForm();
        var known = Own(team, action.About)?.Question.Id;
        var reader = new OwnReader(form, team.Language.Texts());
        if (reader.Read(known ?? team.Questions.NextOwn()) is not { } question)
            return ActionReply.Show(QuestionDesk.Write(team, known, form, team.Language.Texts().ErrorSomething, reader.Problems));

        var changed = team with { Questions = team.Questions.WithOwn(question) };
        return await ReviewAsync(team, changed, null, QuestionDesk.Data(team) with { About = known?.Value, Own = form }, cancellationToken);
    }

    private Team Apply(Team team, QuestionChange change) =>
        team with { Questions = change.Apply(catalogue, team.Questions, time.GetUtcNow()) };

    private static OwnQuestion? Own(Team team, string? id) => team.Questions.Own.FirstOrDefault(own => own.Question.Id.Value == id);

    private (PackId? Pack, Area Area)? FindArea(Team team, string? id)
    {
        if (id == QuestionSettings.OwnArea.Value)
            return (null, Catalogue.OwnArea(team.Questions));
        var found = catalogue.Packs.SelectMany(pack => pack.Areas, (pack, area) => (pack.Id, area)).FirstOrDefault(one => one.area.Id.Value == id);
        return found.area is null ? null : (found.Id, found.area);
    }

    private (Area Area, Question Question)? Find(Team team, string? id) =>
        Own(team, id) is { } own ? (Catalogue.OwnArea(team.Questions), own.Question)
        : id is not null && catalogue.Find(new QuestionId(id)) is var (_, area, question) ? (area, question)
        : null;
}
