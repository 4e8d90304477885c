using System.Globalization;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>What is stored about somebody in their own words: as an overview, and all of it.</summary>
internal sealed class PersonWords(Person person)
{
    private const int LinesInAPiece = 10;

    private readonly CardTexts _texts = person.Texts;
    private readonly Language _language = person.Team?.Language ?? Language.Danish;

    /// <summary>A line for each kind of thing there is: what, where, and until when.</summary>
    public IEnumerable<DataLine> Overview(PersonRecord record, int leaversKeptDays)
    {
        if (record.Choices is not null)
            yield return new DataLine(_texts.DataChoices, _texts.DataPersonUntil(leaversKeptDays));
        if (record.Conversation is not null || record.Unreachable is not null)
            yield return new DataLine(_texts.DataAddress, _texts.DataAddressUntil(leaversKeptDays));
        foreach (var place in record.Teams)
        {
            yield return new DataLine(_texts.DataPerson(place.Team), _texts.DataPersonUntil(leaversKeptDays));
            foreach (var line in Place(place))
                yield return line;
        }

        if (record.Elsewhere.Count > 0)
            yield return Acts(record.Elsewhere.Sum(log => log.Changes.Count), record.Elsewhere.Max(log => log.RetentionMonths));
        if (record.Reflections.Count > 0)
            yield return new DataLine(_texts.DataJournal(record.Reflections.Count), _texts.DataJournalUntil(record.Teams.Select(team => team.RetentionMonths).DefaultIfEmpty(Team.UsualRetentionMonths).Max()));
        yield return new DataLine(_texts.DataAnonymous, _texts.DataAnonymousUntil);
    }

    /// <summary>Everything, piece by piece; nothing is shortened.</summary>
    public IEnumerable<RecordRow> Everything(PersonRecord record)
    {
        foreach (var place in record.Teams)
        {
            yield return new RecordRow(place.Team, [.. About(record, place)]);
            foreach (var part in place.Rounds)
                yield return new RecordRow(_texts.DataRoundTitle(SlotId.Parse(part.Slot).IsoWeek, part.Area.In(_language)), [.. About(part)]);
            foreach (var some in Pieces(place.Team, place.Changes))
                yield return some;
        }

        foreach (var some in record.Elsewhere.SelectMany(log => Pieces(log.Team, log.Changes)))
            yield return some;

        if (record.Choices is { } choices)
            yield return new RecordRow(_texts.MyChoices, [.. About(choices)]);
        foreach (var one in record.Reflections)
            yield return new RecordRow(_texts.JournalTitle + " · " + _texts.Date(person.Day(one.At)), [one.Area, one.Question, .. one.Value is { } value ? [_texts.JournalNumber(value)] : Array.Empty<string>(), .. one.Text is { } text ? [text] : Array.Empty<string>()]);
    }

    private IEnumerable<DataLine> Place(PlaceRecord place)
    {
        var asked = place.Rounds.Count(part => part.WasAsked);
        if (asked > 0)
            yield return new DataLine(_texts.DataRounds(asked), _texts.DataRoundsUntil(place.RetentionMonths));
        foreach (var open in place.Rounds.Where(part => part.Answer is not null))
            yield return new DataLine(_texts.DataOpen(place.Team), _texts.DataOpenUntil(Moment(open.ClosesAt)));
        var named = place.Rounds.Sum(part => part.NamedTexts.Count);
        if (named > 0)
            yield return new DataLine(_texts.DataNamed(named), _texts.DataNamedUntil(place.RetentionMonths));
        var read = place.Rounds.Count(part => part.ReadsSummary);
        if (read > 0)
            yield return new DataLine(_texts.DataHead(read), _texts.DataHeadUntil(place.RetentionMonths));
        if (place.Changes.Count > 0)
            yield return Acts(place.Changes.Count, place.RetentionMonths);
    }

    private DataLine Acts(int count, int retentionMonths) => new(_texts.DataActs(count), _texts.DataActsUntil(retentionMonths));

    private IEnumerable<RecordRow> Pieces(string team, IReadOnlyList<ActRecord> changes) =>
        changes.Chunk(LinesInAPiece).Select(some => new RecordRow(_texts.AuditTitle + " · " + team, [.. some.Select(About)]));

    private IEnumerable<string> About(PersonRecord record, PlaceRecord place)
    {
        if (place.Name is { } name)
            yield return _texts.DataNameLine(name);
        yield return _texts.DataIdLine(record.Id + " · " + place.UserId);
        yield return Role(place.Roles);
        if (!place.IsPresent)
            yield return _texts.DataLeft;
        if (record.Conversation is { } conversation)
            yield return _texts.DataChatLine(conversation);
    }

    private IEnumerable<string> About(PartRecord part)
    {
        yield return part.Question.In(_language);
        if (part.WasAsked)
            yield return part.Skipped ? _texts.DataWasAskedSkipped : _texts.DataWasAsked;
        if (part.SnoozedUntil is { } until)
            yield return _texts.DataSnoozedLine(Moment(until));
        if (part.Answer is { } answer)
            yield return _texts.DataAnswerLine(string.Join(" · ", Answer(answer.Value, answer.Text).Append(Seen(answer.Visibility))));
        foreach (var text in part.NamedTexts)
            yield return _texts.DataNamedLine(text);
        if (part.ReadsSummary)
            yield return _texts.DataReadsLine;
        foreach (var comment in part.Comments)
            yield return _texts.DataCommentLine(comment);
        if (part.Messages.Count > 0)
            yield return _texts.DataMessages(part.Messages.Count);
    }

    private IEnumerable<string> About(OwnChoices choices)
    {
        yield return _texts.DataLanguageLine(choices.Language switch { Language.Danish => "Dansk", Language.English => "English", _ => _texts.MyLanguageTeam });
        yield return choices.NoReminders ? _texts.DataRemindersOff : _texts.DataRemindersOn;
        yield return _texts.DataVisibilityLine(Seen(choices.Visibility));
        if (choices.PausedUntil is { } until)
            yield return _texts.DataPauseLine(_texts.Date(until));
        if (choices.IsStopped)
            yield return _texts.DataStoppedLine;
    }

    private string About(ActRecord act) =>
        _texts.DataChangeLine(Moment(act.At), string.Join(" · ", new[] { AuditWords.Act(act.Act, _texts), act.Subject, act.From, act.To }.OfType<string>()));

    private static IEnumerable<string> Answer(int? value, string? text) =>
        new[] { value?.ToString(CultureInfo.InvariantCulture), text }.OfType<string>();

    private string Seen(Visibility visibility) => visibility switch
    {
        Visibility.Named => _texts.VisibilityNamed,
        Visibility.Private => _texts.VisibilityPrivate,
        _ => _texts.VisibilityAnonymous,
    };

    private string Role(Role roles)
    {
        List<string> words = [];
        if (roles.HasFlag(Teams.Role.DepartmentHead))
            words.Add(_texts.PersonHead);
        if (roles.HasFlag(Teams.Role.Administrator))
            words.Add(_texts.PersonAdministrator);
        return words.Count > 0 ? string.Join(" · ", words) : _texts.PersonLeader;
    }

    private string Moment(DateTimeOffset instant) => _texts.Moment(person.Team?.Local(instant) ?? instant);
}
