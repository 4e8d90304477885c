using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Summaries;

/// <summary>A frozen summary as a card.</summary>
internal sealed class SummaryCards(RoundStore rounds, RoundPlanner planner, TimeProvider time)
{
    public async Task<AdaptiveCard> RenderAsync(Team team, Round round, Summary summary, int page, CancellationToken cancellationToken)
    {
        var question = round.Question!;
        var view = new SummaryView
        {
            Team = team.Name,
            Area = question.Title.In(team.Language),
            Question = question.Question.In(team.Language),
            Answered = summary.Answered,
            Asked = summary.Asked,
            Threshold = summary.Threshold,
            Hidden = ToView(summary.Hidden),
            Picture = summary.Picture is { } picture ? ToView(picture) : null,
            Texts = [.. summary.Voices.Select(voice => new VoiceView(voice.Text, voice.Name))],
            Next = await NextAsync(team, cancellationToken),
            Data = round.Id.Data(),
        };
        return SummaryCard.Render(view, page, team.Language.Texts());
    }

    private async Task<NextView?> NextAsync(Team team, CancellationToken cancellationToken)
    {
        if (!team.IsRunning)
            return null;

        var past = await rounds.AllAsync(team.Id, cancellationToken);
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
        Smallest = picture.Smallest,
        Largest = picture.Largest,
    };

    private static string Label(Count count) => count.From == count.To
        ? count.From.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{count.From}–{count.To}");
}
