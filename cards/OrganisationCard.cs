using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>One week over all teams, for the organisation's leadership: areas only, no team and no text.</summary>
public static class OrganisationCard
{
    public static AdaptiveCard Render(OrganisationView week, CardTexts texts) => Parts.Card(
        texts,
        texts.OrganisationTitle(week.Week, week.Year),
        [
            Parts.Kicker(texts.OrganisationKicker),
            Parts.Heading(texts.OrganisationTitle(week.Week, week.Year)),
            .. week.Areas.Select(area => Area(area, texts)),
            Parts.Subtle(texts.OrganisationRule),
            Turning(week, texts),
        ]);

    private static Container Area(OrganisationAreaView area, CardTexts texts) => new()
    {
        Separator = true,
        Items =
        [
            new TextBlock { Text = area.Title, Weight = TextWeight.Bolder, Style = TextStyle.Heading },
            .. area.Teams == 0 ? (Element[])[Parts.Subtle(texts.OrganisationHidden)] :
            [
                new TextBlock { Text = texts.Participation(area.Answered, area.Asked), Spacing = Spacing.Small },
                Parts.Subtle(area.Mean is { } mean ? texts.OrganisationMean(texts.OneDecimal(mean), area.Teams) : texts.OrganisationTeams(area.Teams)),
            ],
        ],
    };

    private static ActionSet? Turning(OrganisationView week, CardTexts texts)
    {
        List<CardAction> buttons = [];
        if (week.Before is { } before)
        {
            buttons.Add(Parts.WithoutFields(texts.WeekBefore, Verbs.OrganisationShow, new ActionData { Slot = before }));
        }

        if (week.After is { } after)
        {
            buttons.Add(Parts.WithoutFields(texts.WeekAfter, Verbs.OrganisationShow, new ActionData { Slot = after }));
        }

        return buttons.Count == 0 ? null : Parts.Buttons(buttons);
    }
}

/// <summary>A frozen week; <c>Before</c> and <c>After</c> are the slots beside it, null where there is none.</summary>
public sealed record OrganisationView
{
    public required int Week { get; init; }

    public required int Year { get; init; }

    public required IReadOnlyList<OrganisationAreaView> Areas { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}

/// <summary><c>Teams</c> is 0 where too few passed for anything to be said.</summary>
public sealed record OrganisationAreaView(string Title, int Teams, int Answered, int Asked, double? Mean);
