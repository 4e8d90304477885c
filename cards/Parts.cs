using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The pieces that every card is laid out from, so that all of them look like one product.</summary>
internal static class Parts
{
    /// <summary>A small line over the heading that says where one is. May hold a team's name.</summary>
    public static RichTextBlock Kicker(string text) =>
        RichTextBlock.Of(new TextRun(text) { Size = TextSize.Small, IsSubtle = true });

    public static TextBlock Heading(string text) =>
        new() { Text = text, Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading, Spacing = Spacing.Small };

    public static TextBlock Subheading(string text) =>
        new() { Text = text, Weight = TextWeight.Bolder, Style = TextStyle.Heading, Spacing = Spacing.Large };

    public static TextBlock Line(string text) => new() { Text = text };

    public static TextBlock Subtle(string text) =>
        new() { Text = text, Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.Small };

    /// <summary>A line that may hold names or other words of a person's.</summary>
    public static RichTextBlock Words(string text, Spacing spacing = Spacing.Default) =>
        RichTextBlock.Of(new TextRun(text)) with { Spacing = spacing };

    public static RichTextBlock SubtleWords(string text, Spacing spacing = Spacing.Small) =>
        RichTextBlock.Of(new TextRun(text) { Size = TextSize.Small, IsSubtle = true }) with { Spacing = spacing };

    /// <summary>What has to be mended, where the eye falls first; never by colour alone.</summary>
    public static Container Problem(string text) =>
        new() { Style = ContainerStyle.Attention, Items = [Words(text)] };

    /// <summary>What is wrong with the field above it.</summary>
    public static RichTextBlock FieldProblem(string text) =>
        RichTextBlock.Of(new TextRun("⚠ " + text) { Color = TextColor.Attention }) with { Spacing = Spacing.Small };

    public static Container Success(string text) =>
        new() { Style = ContainerStyle.Good, Items = [Words(text)] };

    public static ActionSet Buttons(params IEnumerable<CardAction> actions) =>
        new() { Actions = [.. actions], Spacing = Spacing.Medium };

    /// <summary>A button that sends the fields and is answered with a card, also from clients that only know Submit.</summary>
    public static ExecuteAction Button(string title, string verb, ActionData data) => new()
    {
        Title = title,
        Verb = verb,
        Data = data,
        Fallback = new SubmitAction { Title = title, Data = data with { Verb = verb } },
    };

    public static ExecuteAction Primary(string title, string verb, ActionData data) =>
        Button(title, verb, data) with { Style = ActionStyle.Positive };

    /// <summary>A button that leaves the fields alone, so that a field left empty cannot stop it.</summary>
    public static ExecuteAction WithoutFields(string title, string verb, ActionData data)
    {
        var button = Button(title, verb, data);
        return button with
        {
            AssociatedInputs = Elements.AssociatedInputs.None,
            Fallback = button.Fallback with { AssociatedInputs = Elements.AssociatedInputs.None },
        };
    }

    public static AdaptiveCard Card(CardTexts texts, string fallback, params IEnumerable<Element?> body) => new()
    {
        Lang = texts.Lang,
        FallbackText = fallback,
        Body = [.. body.OfType<Element>()],
    };
}
