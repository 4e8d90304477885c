using System.Globalization;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>What protects the leaders: how many must answer, whether names are offered, how long things are kept.</summary>
public static class PrivacyCard
{
    public static AdaptiveCard Render(PrivacyView privacy, CardTexts texts) => Parts.Card(
        texts,
        texts.PrivacyTitle,
        [
            Parts.Kicker(privacy.Team),
            Parts.Heading(texts.PrivacyTitle),
            privacy.Done is { } done ? Parts.Success(done) : null,
            privacy.Problem is { } problem ? Parts.Problem(problem) : null,
            Parts.Subtle(texts.PrivacyFromNext),
            new TextInput { Id = Fields.Threshold, Label = texts.ThresholdLabel(privacy.LowestThreshold, privacy.HighestThreshold), Value = privacy.Threshold },
            Problem(privacy, Fields.Threshold),
            privacy.Floor is { } floor ? Parts.SubtleWords(floor) : null,
            new ToggleInput { Id = Fields.OffersNamed, Label = texts.OffersNamedLabel, Title = texts.OffersNamedTitle, Value = privacy.OffersNamed ? "true" : "false" },
            new ChoiceSetInput
            {
                Id = Fields.Shares,
                Label = texts.SharesLabel,
                Style = ChoiceStyle.Compact,
                Value = privacy.Shares,
                Choices = [new(texts.SharesNo, "No"), new(texts.SharesLeaders, "Leaders"), new(texts.SharesChannel, "Channel")],
            },
            new ChoiceSetInput
            {
                Id = Fields.Retention,
                Label = texts.RetentionLabel,
                Style = ChoiceStyle.Compact,
                Value = privacy.Retention,
                Choices = [.. privacy.RetentionChoices.Select(months => new Choice(texts.Months(months), months.ToString(CultureInfo.InvariantCulture)))],
            },
            Problem(privacy, Fields.Retention),
            Parts.Buttons(
                Parts.Primary(texts.Save, Verbs.PrivacySave, privacy.Data),
                Parts.WithoutFields(texts.Back, Verbs.DeskShow, privacy.Data with { Seen = null })),
        ]);

    private static RichTextBlock? Problem(PrivacyView privacy, string field) =>
        privacy.Problems.FirstOrDefault(problem => problem.Field == field) is { } found ? Parts.FieldProblem(found.Text) : null;
}

/// <summary>The privacy settings as they are or were typed.</summary>
public sealed record PrivacyView
{
    public required string Team { get; init; }

    public string? Done { get; init; }

    public string? Problem { get; init; }

    public required string? Threshold { get; init; }

    public required int LowestThreshold { get; init; }

    public required int HighestThreshold { get; init; }

    /// <summary>Who has set the lowest threshold, and whom to ask; null where nobody has.</summary>
    public string? Floor { get; init; }

    public required bool OffersNamed { get; init; }

    /// <summary>"No", "Leaders" or "Channel".</summary>
    public required string? Shares { get; init; }

    public required string? Retention { get; init; }

    public required IReadOnlyList<int> RetentionChoices { get; init; }

    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    public required ActionData Data { get; init; }
}
