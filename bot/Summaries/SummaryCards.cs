using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>A frozen summary as a card: the overview, and its texts page by page.</summary>
internal sealed class SummaryCards(
    RoundStore rounds, SummaryStore summaries, Sharing sharing, RosterStore roster, RoundPlanner planner, TimeProvider time)
{
    /// <summary>The overview for a department head, compared with the rounds that are open to them.</summary>
    public async Task<AdaptiveCard> RenderAsync(Team team, Round round, Summary summary, Member head, CancellationToken cancellationToken) =>
        SummaryCard.Render(await HeadsViewAsync(team, round, summary, head, cancellationToken), team.Language.Texts());

    public async Task<SummaryView> HeadsViewAsync(Team team, Round round, Summary summary, Member head, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var past = await rounds.AllAsync(team.Id, cancellationToken);
        var before = past.FindAll(one => one.Id.Slot < round.Id.Slot).OpenTo(head, await summaries.OfTeamAsync(team.Id, cancellationToken));
        return await OverviewAsync(team, round, summary, past, cancellationToken) with
        {
            LastTime = before.Count > 0 ? new ParticipationView(before[^1].Summary.Answered, before[^1].Summary.Asked) : null,
            Movement = [.. Movement.Lines(new SummarisedRound(round, summary), before, texts)],
            Shared = await SharedAsync(team, round, cancellationToken),
        };
    }

    /// <summary>The overview as everybody may see it once it is shared: this round alone, and never more than the head's.</summary>
    public async Task<AdaptiveCard> RenderSharedAsync(Team team, Round round, Summary summary, SharedView shared, CancellationToken cancellationToken) =>
        SummaryCard.Render(await SharedViewAsync(team, round, summary, shared, cancellationToken), team.Language.Texts());

    public async Task<SummaryView> SharedViewAsync(Team team, Round round, Summary summary, SharedView shared, CancellationToken cancellationToken) =>
        await OverviewAsync(team, round, summary, await rounds.AllAsync(team.Id, cancellationToken), cancellationToken) with { SharedBy = shared };

    /// <summary>One page of the texts in full; the last one, when there are not so many.</summary>
    public async Task<AdaptiveCard> TextsAsync(Team team, Round round, Summary summary, int page, SharedView? shared, CancellationToken cancellationToken)
    {
        var places = await summaries.PlacesAsync(round.Id, cancellationToken);
        var pages = SummaryPages.Of([.. places.Select(place => place.Size)]);
        var at = Math.Clamp(page, 0, Math.Max(0, pages.Count - 1));
        var voices = pages.Count > 0 ? await VoicesAsync(round, places, pages[at], cancellationToken) : [];
        var view = View(team, round, summary) with { SharedBy = shared, Texts = [.. voices.Select(voice => new VoiceView(voice.Text, voice.Name))] };
        return SummaryCard.Reading(view, at, Math.Max(1, pages.Count), team.Language.Texts());
    }

    /// <summary>With whom the round's summary has been shared, in a sentence each.</summary>
    public async Task<IReadOnlyList<string>> SharedAsync(Team team, Round round, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var lines = new List<string>();
        foreach (var share in await sharing.OfAsync(round.Id, cancellationToken))
        {
            var day = texts.Date(DateOnly.FromDateTime(team.Local(share.At).Date));
            lines.Add(share.With == ShareCard.Channel ? texts.SharedWithChannel(day) : texts.SharedWithLeaders(day));
        }

        return lines;
    }

    /// <summary>How a share looks to those it is for.</summary>
    public async Task<SharedView> SharerAsync(Team team, Share share, CancellationToken cancellationToken)
    {
        var by = share.By is { } id ? await roster.FindAsync(team.Id, id, cancellationToken) : null;
        return new SharedView(share.By is null ? null : by?.Name ?? team.Language.Texts().SomeHead, share.Comment);
    }

    private async Task<SummaryView> OverviewAsync(Team team, Round round, Summary summary, List<Round> past, CancellationToken cancellationToken)
    {
        var places = await summaries.PlacesAsync(round.Id, cancellationToken);
        var begun = SummaryPages.OnOverview([.. places.Select(place => place.Size)]);
        var voices = begun > 0 ? await VoicesAsync(round, places, new TextPage(0, begun), cancellationToken) : [];
        var excerpts = voices.ConvertAll(voice => (Cut: SummaryPages.Excerpt(voice.Text), voice.Name));
        return View(team, round, summary) with
        {
            Texts = [.. excerpts.Select(one => new VoiceView(one.Cut.Text, one.Name))],
            HasMore = places.Count > begun || excerpts.Exists(one => !one.Cut.IsWhole),
            Next = Next(team, past),
        };
    }

    private Task<List<Voice>> VoicesAsync(Round round, List<TextPlace> places, TextPage page, CancellationToken cancellationToken) =>
        summaries.VoicesAsync(round.Id, places[page.First], places[page.First + page.Count - 1], cancellationToken);

    /// <summary>Everything that needs no further look.</summary>
    private static SummaryView View(Team team, Round round, Summary summary) => new()
    {
        Team = team.Name,
        Area = round.Question!.Title.In(team.Language),
        Question = round.Question.Question.In(team.Language),
        Answered = summary.Answered,
        Asked = summary.Asked,
        Threshold = summary.Threshold,
        Hidden = ToView(summary.Hidden),
        Picture = summary.Picture is { } picture ? ToView(picture) : null,
        Words = [.. summary.Words.Select(word => new WordView(word.Text, word.Leaders))],
        Texts = [],
        Data = round.Id.Data(),
    };

    private NextView? Next(Team team, List<Round> past)
    {
        if (!team.IsRunning)
            return null;

        var next = planner.From(team, past, time.GetUtcNow()).First(coming => coming.Question is not null);
        return new NextView(team.Local(next.Slot.OpensAt), next.Question!.Question.Text.In(team.Language));
    }

    private static HiddenBecause? ToView(Hidden hidden) => hidden switch
    {
        Hidden.NobodyAnswered => HiddenBecause.NobodyAnswered,
        Hidden.Everything => HiddenBecause.FewAnswers,
        Hidden.Anonymous => HiddenBecause.FewAnonymous,
        _ => null,
    };

    private static PictureView ToView(Picture picture) => new([.. picture.Counts.Select(count => new BarView(Label(count), count.Answers))])
    {
        Mean = picture.Mean,
        Median = picture.Median,
        LowerQuartile = picture.LowerQuartile,
        UpperQuartile = picture.UpperQuartile,
        Smallest = picture.Smallest,
        Largest = picture.Largest,
    };

    private static string Label(Count count) => count.From == count.To
        ? count.From.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{count.From}–{count.To}");
}
