using ReflectionBot.Cards;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Cards.Texts;
using ReflectionBot.Delivery;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>
/// First words, each said once: the outbox keeps what was said, so events that come again, or on every page load, say nothing new.
/// </summary>
internal sealed class Greetings(Outbox outbox, RosterStore roster, DeskCards desk)
{
    /// <summary>The channel's greeting, and the set-up card in the personal chat of each administrator.</summary>
    public async Task GreetTeamAsync(Team team, CancellationToken cancellationToken)
    {
        await outbox.DeleteAsync(Batches.Removed(team.Id), cancellationToken);
        var texts = team.Language.Texts();
        var members = await roster.MembersAsync(team.Id, cancellationToken);
        var administrators = members.FindAll(member => member.Is(Role.Administrator));
        var channel = Recipient.Channel(team.Id.Thread, team.ServiceUrl, team.BotId);
        await SayAsync(Batches.Greeting(team.Id), [(channel, ChatCards.Greeting(team.Name, administrators.FirstOrDefault()?.Name, texts))], cancellationToken);

        var form = SetupCards.Form(team, members, SetupCards.FormOf(team, members), []);
        await SayAsync(Batches.Setup(team.Id), administrators.Select(member => (ToPerson(team, member), form)), cancellationToken);
    }

    /// <summary>Tells the administrators that everything has stopped and nothing was deleted: once a removal, until the bot is back.</summary>
    public async Task SayGoodbyeAsync(Team team, CancellationToken cancellationToken)
    {
        var card = await desk.RenderAsync(team, null, null, cancellationToken);
        var administrators = (await roster.MembersAsync(team.Id, cancellationToken)).Where(member => member.Is(Role.Administrator));
        await SayAsync(Batches.Removed(team.Id), administrators.Select(member => (ToPerson(team, member), card)), cancellationToken);
    }

    public Task WelcomeAsync(Caller caller, string userId, string botId, CancellationToken cancellationToken)
    {
        var person = Recipient.Person(caller.Member.Value, userId, caller.Conversation.ServiceUrl, botId);
        return SayAsync(Batches.Welcome(caller.Tenant, caller.Member), [(person, ChatCards.Welcome(CardTexts.Danish))], cancellationToken);
    }

    private Task SayAsync(BatchId batch, IEnumerable<(Recipient To, AdaptiveCard Card)> cards, CancellationToken cancellationToken) =>
        outbox.EnqueueAsync(batch, cards.Select(one => new Parcel(one.To, one.Card.ToJson(), one.Card.FallbackText)), cancellationToken);

    private static Recipient ToPerson(Team team, Member member) =>
        Recipient.Person(member.Id.Value, member.UserId, team.ServiceUrl, team.BotId);
}
