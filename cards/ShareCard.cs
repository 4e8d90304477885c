using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>Sharing a summary: with whom, and the head's own words to it.</summary>
public static class ShareCard
{
    public const string Leaders = "leaders";
    public const string Channel = "channel";

    public static AdaptiveCard Render(ShareView share, CardTexts texts) => Parts.Card(
        texts,
        texts.Share,
        [
            Parts.Kicker(share.Team),
            Parts.Heading(texts.Share),
            share.Problem is { } problem ? Parts.Problem(problem) : null,
            Parts.Line(texts.ShareText),
            new ChoiceSetInput
            {
                Id = Fields.ShareWith,
                Label = texts.ShareWithLabel,
                Style = ChoiceStyle.Expanded,
                Value = share.With ?? Leaders,
                Choices = [new(texts.ShareLeaders, Leaders), new(texts.ShareChannel, Channel)],
            },
            new TextInput
            {
                Id = Fields.ShareComment,
                Label = texts.ShareCommentLabel,
                Placeholder = texts.ShareCommentPlaceholder,
                IsMultiline = true,
                Value = share.Comment,
            },
            .. share.Shared.Select(line => Parts.SubtleWords("✓ " + line)),
            Parts.Buttons(
                Parts.Primary(texts.SharePreviewButton, Verbs.SharePreview, share.Data),
                Parts.WithoutFields(texts.FirstPage, Verbs.SummaryShow, share.Data)),
        ]);
}

/// <summary>What was typed so far, and with whom the summary is shared already.</summary>
public sealed record ShareView
{
    public required string Team { get; init; }

    public string? With { get; init; }

    public string? Comment { get; init; }

    public string? Problem { get; init; }

    public required IReadOnlyList<string> Shared { get; init; }

    public required ActionData Data { get; init; }
}
