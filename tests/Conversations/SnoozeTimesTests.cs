using System.Globalization;
using ReflectionBot.Conversations;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Conversations;

/// <summary>A question is put off to working hours, and never past its closing on Friday at noon.</summary>
public sealed class SnoozeTimesTests
{
    private static readonly Team Team = new()
    {
        Id = new TeamId("tenant", "19:a@thread.tacv2"),
        Name = "A",
        ServiceUrl = new Uri("https://smba.trafficmanager.net/emea/"),
        BotId = "28:bot",
    };

    [Theory]
    [InlineData("2026-10-12 09:30", "2026-10-12 12:00", "2026-10-13 09:00")]
    [InlineData("2026-10-12 14:59", "2026-10-12 17:00", "2026-10-13 09:00")]
    [InlineData("2026-10-12 15:00", "2026-10-13 09:00")]
    [InlineData("2026-10-12 23:30", "2026-10-13 09:00")]
    [InlineData("2026-10-13 00:30", "2026-10-13 09:00", "2026-10-14 09:00")]
    [InlineData("2026-10-15 16:00", "2026-10-16 09:00")]
    [InlineData("2026-10-16 08:00", "2026-10-16 11:00")]
    [InlineData("2026-10-16 09:00")]
    [InlineData("2026-10-16 11:30")]
    public void It_is_offered(string now, params string[] offered)
    {
        var round = new Round { Id = new RoundId(Team.Id, default), State = RoundState.Open, OpensAt = BotWorld.Moment("2026-10-12 09:00"), ClosesAt = BotWorld.Moment("2026-10-16 12:00") };
        Assert.Equal(offered, SnoozeTimes.Of(Team, round, BotWorld.Moment(now)).Select(choice => choice.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
    }
}
