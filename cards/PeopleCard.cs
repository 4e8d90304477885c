using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;

namespace ReflectionBot.Cards;

/// <summary>The team's people with their roles and whether they can be reached; never whether or what they answered.</summary>
public static class PeopleCard
{
    public static AdaptiveCard Render(PeopleView people, CardTexts texts) => Parts.Card(
        texts,
        texts.PeopleTitle,
        [
            Parts.Kicker(people.Team),
            Parts.Heading(texts.PeopleTitle),
            people.Done is { } done ? Parts.Success(done) : null,
            people.Problem is { } problem ? Parts.Problem(problem) : null,
            people.Fixed is { } set ? Parts.SubtleWords(set) : null,
            .. people.People.Select(person => Row(person, people.Data, texts)),
            Pager.Render(Verbs.PeopleShow, people.Page, people.Pages, people.Data, texts),
            Parts.Buttons(
                Parts.WithoutFields(texts.RefreshPeople, Verbs.PeopleRefresh, people.Data),
                Parts.WithoutFields(texts.Back, Verbs.DeskShow, people.Data)),
        ]);

    /// <summary>One person, with what can be changed about them.</summary>
    public static AdaptiveCard Person(PersonView person, CardTexts texts) => Parts.Card(
        texts,
        texts.PeopleTitle,
        [
            Parts.Kicker(person.Team),
            RichTextBlock.Of(new TextRun(person.Name) { Size = TextSize.Large, Weight = TextWeight.Bolder }) with { Spacing = Spacing.Small },
            person.Problem is { } problem ? Parts.Problem(problem) : null,
            Parts.SubtleWords(person.Roles, Spacing.Small),
            person.Reach is { } reach ? Parts.SubtleWords(reach, Spacing.None) : null,
            .. person.Changes.Select(change => Parts.Buttons(Parts.WithoutFields(change.Title, Verbs.PersonSet, person.Data with { About = change.Item, On = change.On }))),
            Parts.Buttons(Parts.WithoutFields(texts.Back, Verbs.PeopleShow, person.Data with { Member = null })),
        ]);

    private static ColumnSet Row(PersonRow person, ActionData data, CardTexts texts) => new()
    {
        Separator = true,
        Columns =
        [
            new([
                RichTextBlock.Of(new TextRun(person.Name) { Weight = TextWeight.Bolder }),
                Parts.SubtleWords(person.Roles, Spacing.None),
                .. person.Reach is { } reach ? [Parts.SubtleWords(reach, Spacing.None)] : Array.Empty<Element>(),
            ]) { Width = "stretch" },
            new([Parts.Buttons(Parts.WithoutFields(texts.Change, Verbs.PersonShow, data with { Member = person.Member }))]) { Width = "auto" },
        ],
    };
}

/// <summary>One page of the roster, by name. <c>Fixed</c> says who administers from outside the team.</summary>
public sealed record PeopleView
{
    public required string Team { get; init; }

    public string? Done { get; init; }

    public string? Problem { get; init; }

    public string? Fixed { get; init; }

    public required IReadOnlyList<PersonRow> People { get; init; }

    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required ActionData Data { get; init; }
}

/// <summary>One person in the list; <c>Reach</c> is null while nothing stands in the way.</summary>
public sealed record PersonRow(string Member, string Name, string Roles, string? Reach);

public sealed record PersonView
{
    public required string Team { get; init; }

    public required string Name { get; init; }

    public required string Roles { get; init; }

    public string? Reach { get; init; }

    public string? Problem { get; init; }

    public required IReadOnlyList<PersonChange> Changes { get; init; }

    public required ActionData Data { get; init; }
}

/// <summary>One button: what it is about and what it makes of it.</summary>
public sealed record PersonChange(string Title, string Item, bool On);
