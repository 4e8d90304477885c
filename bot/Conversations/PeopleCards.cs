using Microsoft.Extensions.Options;
using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>Who is in the team, as what, and whether they can be reached. Nothing here knows of answers.</summary>
internal sealed class PeopleCards(RosterStore roster, AddressBook addresses, IOptions<Organisation> organisation)
{
    /// <summary>The values of a button's item.</summary>
    public const string Administrator = "administrator";

    public const string Head = "head";
    public const string Asked = "asked";
    public const string Older = "older";

    private const int PageSize = 10;

    public async Task<AdaptiveCard> ListAsync(Team team, int page, string? done, string? problem, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var members = (await roster.MembersAsync(team.Id, cancellationToken)).FindAll(member => member.IsPresent);
        var pages = Math.Max(1, (members.Count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page, 0, pages - 1);
        List<Member> shown = [.. members.OrderBy(member => NameOf(member, texts), texts.Alphabet).ThenBy(member => member.Id.Value, StringComparer.Ordinal).Skip(at * PageSize).Take(PageSize)];
        var reach = await ReachAsync(team, shown, cancellationToken);
        return PeopleCard.Render(
            new PeopleView
            {
                Team = team.Name,
                Done = done,
                Problem = problem,
                Fixed = organisation.Value.Administrators.Count is > 0 and var count ? texts.PeopleOutside(count) : null,
                People = [.. shown.Select(member => new PersonRow(member.Id.Value, NameOf(member, texts), RolesOf(team, member, texts), reach.GetValueOrDefault(member.Id)))],
                Page = at,
                Pages = pages,
                Data = new ActionData { Team = team.Id.Thread },
            },
            texts);
    }

    /// <summary>Null when that person is not in the team.</summary>
    public async Task<AdaptiveCard?> PersonAsync(Team team, MemberId? id, int page, string? problem, CancellationToken cancellationToken)
    {
        if (id is null || await roster.FindAsync(team.Id, id.Value, cancellationToken) is not { IsPresent: true } member)
            return null;

        var texts = team.Language.Texts();
        return PeopleCard.Person(
            new PersonView
            {
                Team = team.Name,
                Name = NameOf(member, texts),
                Roles = RolesOf(team, member, texts),
                Reach = (await ReachAsync(team, [member], cancellationToken)).GetValueOrDefault(member.Id),
                Problem = problem,
                Changes =
                [
                    member.Is(Role.DepartmentHead) ? new PersonChange(texts.EndHead, Head, false) : new PersonChange(texts.MakeHead, Head, true),
                    .. member.Is(Role.DepartmentHead) ? [member.SeesOlder ? new PersonChange(texts.CloseOlder, Older, false) : new PersonChange(texts.OpenOlder, Older, true)] : Array.Empty<PersonChange>(),
                    member.Is(Role.Administrator) ? new PersonChange(texts.EndAdministrator, Administrator, false) : new PersonChange(texts.MakeAdministrator, Administrator, true),
                    team.Asks(member) ? new PersonChange(texts.SparePerson, Asked, false) : new PersonChange(texts.AskPerson, Asked, true),
                ],
                Data = new ActionData { Team = team.Id.Thread, Member = member.Id.Value, Page = page },
            },
            texts);
    }

    public static string NameOf(Member member, CardTexts texts) => member.Name ?? texts.SomeLeader;

    private static string RolesOf(Team team, Member member, CardTexts texts)
    {
        List<string> roles = [];
        if (member.Is(Role.DepartmentHead))
            roles.Add(texts.PersonHead);
        if (member.Is(Role.Administrator))
            roles.Add(texts.PersonAdministrator);
        if (roles.Count == 0)
            roles.Add(texts.PersonLeader);
        if (member.Is(Role.DepartmentHead) && member.SeesOlder)
            roles.Add(texts.PersonOlder);
        roles.Add(team.Asks(member) ? texts.PersonAsked : texts.PersonNotAsked);
        return string.Join(" · ", roles);
    }

    private async Task<Dictionary<MemberId, string>> ReachAsync(Team team, IReadOnlyList<Member> members, CancellationToken cancellationToken)
    {
        var texts = team.Language.Texts();
        var known = await addresses.FindAsync(team.Id.Tenant, [.. members.Select(member => member.Id.Value).Order(StringComparer.Ordinal)], cancellationToken);
        return members
            .Where(member => known.GetValueOrDefault(member.Id.Value)?.Unreachable is not null)
            .ToDictionary(member => member.Id, member => texts.PersonUnreached(DeliveryReport.Because(known[member.Id.Value].Unreachable, texts)));
    }
}
