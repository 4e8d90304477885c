using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReflectionBot.Answers;
using ReflectionBot.Delivery;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Tables;
using ReflectionBot.Teams;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Rounds;

/// <summary>
/// Preview and reality agree: over five years of changed weeks, closing days, pauses, chosen questions and outages, in zones
/// with a clock that jumps, every slot becomes what was last foretold for it.
/// </summary>
public sealed class ForetoldTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly DateTimeOffset Start = new(2026, 10, 5, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] Zones = ["Europe/Copenhagen", "America/Nuuk", "Atlantic/Faroe", "Australia/Lord_Howe"];
    private static readonly int[] Intervals = [1, 2, 4];
    private static readonly TeamId Id = new("tenant", "19:a@thread.tacv2");

    [Theory]
    [InlineData(1)]
    [InlineData(20170)]
    [InlineData(76321)]
    public async Task Five_years_go_as_they_were_foretold(int seed)
    {
        var chance = new Random(seed);
        var clock = new FakeClock(Start);
        await using var service = await ServiceAsync(clock, seed);
        var (teams, rounds, planner, keeper) = (Get<TeamStore>(), Get<RoundStore>(), Get<RoundPlanner>(), Get<RoundKeeper>());
        await teams.TryAddAsync(new Team { Id = Id, Name = "A", ServiceUrl = new Uri("https://smba.trafficmanager.net/emea/"), BotId = "28:bot", RunsFrom = Start }, default);
        await Get<RosterStore>().SaveAsync(Id, [new Member { Team = Id, Id = new MemberId("aaaaaaaa-0000-0000-0000-000000000001"), UserId = "29:a" }], default);

        var (seen, opened, skipped, missed) = (0, 0, 0, 0);
        var foretold = await ForetoldAsync();
        while (clock.GetUtcNow() < Start.AddYears(5))
        {
            if (chance.Next(5) == 0)
            {
                await teams.ChangeAsync(Id, team => Edited(team, chance, clock.GetUtcNow(), Get<Catalogue>()), default);
                foretold = await ForetoldAsync();
            }

            var coming = foretold.Dequeue();
            var late = chance.Next(12) == 0 ? TimeSpan.FromHours(chance.Next(1, 60)) : TimeSpan.Zero;
            await RunToAsync(coming.Slot.OpensAt, late);
            var round = (await rounds.FindAsync(new RoundId(Id, coming.Slot.Slot), default))!;
            var isLate = late >= TimeSpan.FromHours(24) || coming.Slot.OpensAt + late >= coming.Slot.ClosesAt;
            Assert.Equal(coming.Slot.OpensAt, round.OpensAt);
            Assert.Equal(coming.Slot.Skipped is not null, round.State == RoundState.Skipped);
            Assert.Equal(coming.Slot.Skipped is null && isLate, round.State == RoundState.Missed);
            if (round.WasAsked)
                Assert.Equal(coming.Question!.Question.Id, round.Question!.Question.Id);
            (seen, opened, skipped, missed) = (seen + 1, opened + (round.WasAsked ? 1 : 0), skipped + (round.State == RoundState.Skipped ? 1 : 0), missed + (round.State == RoundState.Missed ? 1 : 0));
            if (late > TimeSpan.Zero || foretold.Count == 0)
                foretold = await ForetoldAsync();
        }

        // All of it came to pass, or the test has shown nothing.
        Assert.True(opened > 40 && skipped > 0 && missed > 0 && seen == opened + skipped + missed, $"{seen}: {opened} opened, {skipped} skipped, {missed} missed");

        T Get<T>()
            where T : notnull => service.GetRequiredService<T>();

        async Task<Queue<ComingRound>> ForetoldAsync()
        {
            var team = (await teams.FindAsync(Id, default))!;
            return new Queue<ComingRound>(planner.From(team, await rounds.AllAsync(Id, default), team.RunsFrom!.Value).Take(8));
        }

        // As the trigger does: woken at each moment that something is due - or, after an outage, only when it is over.
        async Task RunToAsync(DateTimeOffset slot, TimeSpan outage)
        {
            while (await keeper.AdvanceAsync(Id, default) is { } next && next < slot)
                clock.AdvanceTo(next);
            clock.AdvanceTo(slot + outage);
            await keeper.AdvanceAsync(Id, default);
        }
    }

    private static Team Edited(Team team, Random chance, DateTimeOffset now, Catalogue catalogue)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, team.Zone).Date);
        return chance.Next(6) switch
        {
            0 => team with { Schedule = AnySchedule(team, chance, today), RunsFrom = now },
            1 => team with { Calendar = team.Calendar with { ClosingPeriods = [.. team.Calendar.ClosingPeriods.Where(period => period.To >= today), new(today.AddDays(chance.Next(60)), today.AddDays(60 + chance.Next(20)))] } },
            2 => team with { Calendar = team.Calendar with { Policy = (ClosedDayPolicy)chance.Next(2), OptionalHolidays = (OptionalHolidays)chance.Next(8) } },
            3 => team with { PausedUntil = today.AddDays(chance.Next(1, 40)) },
            4 => team with { Questions = team.Questions.WithPack(catalogue, catalogue.Packs[chance.Next(1, catalogue.Packs.Count)].Id, chance.Next(2) == 0) },
            _ => team with { Questions = team.Questions.WithPin(catalogue.Packs[0].Areas[chance.Next(4)].Questions[chance.Next(3)].Id, on: true, now) },
        };
    }

    private static Schedule AnySchedule(Team team, Random chance, DateOnly today)
    {
        var opens = chance.Next(1, 4);
        return team.Schedule with
        {
            OpensOn = (DayOfWeek)opens,
            OpensAt = new TimeOnly(chance.Next(4, 20), 0),
            RemindsOn = (DayOfWeek)(opens + 1),
            ClosesOn = (DayOfWeek)(opens + 2),
            EveryWeeks = Intervals[chance.Next(3)],
            TimeZoneId = Zones[chance.Next(Zones.Length)],
            Anchor = SlotId.Of(today.AddDays(7)),
        };
    }

    private async Task<ServiceProvider> ServiceAsync(FakeClock clock, int seed)
    {
        var tables = azurite.CreateServiceClient(new TableClientOptions { TablePrefix = "F" + string.Concat($"{seed}".Select(digit => (char)('a' + (digit - '0')))) });
        var configuration = new ConfigurationBuilder().Build();
        var service = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(tables)
            .AddSingleton<StorageReady>()
            .AddSingleton<OutboxSignal>()
            .AddSingleton<Outbox>()
            .AddQuestions()
            .AddTeams(configuration)
            .AddRounds()
            .AddAnswers()
            .BuildServiceProvider();
        foreach (var table in (string[])[.. service.GetServices<StoredTable>().Select(table => table.Name), Outbox.DeliveriesTable, Outbox.BatchesTable])
            await tables.GetTableClient(table).CreateIfNotExistsAsync(default);
        service.GetRequiredService<StorageReady>().Set();
        return service;
    }
}
