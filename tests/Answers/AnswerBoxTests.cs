using ReflectionBot.Answers;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;
using ReflectionBot.Tests.Summaries;

namespace ReflectionBot.Tests.Answers;

/// <summary>One leader and one round: the last answer counts, and a private one stays with its writer.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AnswerBoxTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private RoundStore rounds = null!;
    private ParticipationStore participation = null!;
    private AnswerStore answers = null!;
    private JournalStore journal = null!;
    private RosterStore roster = null!;
    private AnswerBox box = null!;
    private Round round = null!;
    private Member anna = null!;

    public async Task InitializeAsync()
    {
        var tables = azurite.CreateServiceClient();
        foreach (var name in (string[])[RoundStore.TableName, ParticipationStore.TableName, AnswerStore.TableName, JournalStore.TableName, RosterStore.MembersTable, RosterStore.MembershipsTable])
            await tables.GetTableClient(name).CreateIfNotExistsAsync(default);
        (rounds, answers, journal, roster) = (new(tables, TimeProvider.System), new(tables, TimeProvider.System), new(tables, TimeProvider.System), new(tables));
        participation = new ParticipationStore(tables, answers);
        box = new AnswerBox(rounds, participation, answers, journal, new Roster(roster, TimeProvider.System));
        var team = new TeamId("tenant", Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N"));
        anna = new Member { Team = team, Id = new MemberId($"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):D}"), UserId = "29:anna", Name = "Anna" };
        var question = new AskedQuestion(new AreaId("area"), AreaKind.Theme, new("Tillid", "Trust"), new("Om tillid", "On trust"), Ask.Scale);
        await rounds.TryAddAsync(
            new Round { Id = new RoundId(team, SlotId.Parse("2026-W48")), State = RoundState.Open, OpensAt = Monday, ClosesAt = Monday.AddDays(4), Question = question, Threshold = 5 },
            default);
        round = (await rounds.FindAsync(new RoundId(team, SlotId.Parse("2026-W48")), default))!;
        await participation.AskAsync(round.Id, [anna.Id], default);
        await roster.SaveAsync(team, [anna], default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_leader_who_answers_twice_counts_once()
    {
        Assert.True(await SaveAsync(new Answer(4, "først", Visibility.Anonymous)));
        Assert.True(await SaveAsync(new Answer(2, "så", Visibility.Anonymous)));
        Assert.Equal(new ParticipationCount(1, 1), await participation.CountAsync(round.Id, default));
        Assert.Equal([new Answer(2, "så", Visibility.Anonymous)], await answers.AllAsync(round.Id, default).ToListAsync());
    }

    [Fact]
    public async Task The_name_is_the_members_and_only_on_an_answer_by_name()
    {
        await SaveAsync(new Answer(4, "a", Visibility.Named, "Somebody else"));
        Assert.Equal([new Answer(4, "a", Visibility.Named, "Anna", anna.Id)], await answers.AllAsync(round.Id, default).ToListAsync());
        await SaveAsync(new Answer(4, "a", Visibility.Anonymous, "Somebody else"));
        Assert.Equal([new Answer(4, "a", Visibility.Anonymous)], await answers.AllAsync(round.Id, default).ToListAsync());
    }

    [Fact]
    public async Task A_private_answer_takes_part_and_lies_only_in_the_journal()
    {
        await SaveAsync(new Answer(4, "delt", Visibility.Anonymous));
        await SaveAsync(new Answer(1, "kun mit", Visibility.Private));
        Assert.Equal([new Answer(null, null, Visibility.Private)], await answers.AllAsync(round.Id, default).ToListAsync());
        Assert.Equal(new ParticipationCount(1, 1), await participation.CountAsync(round.Id, default));
        Assert.Equal((new Answer(1, "kun mit", Visibility.Private), true), await box.FindAsync(round.Id, anna.Id, default));
    }

    // A kept copy could be matched with the anonymous one by its text.
    [Fact]
    public async Task Shared_after_all_leaves_no_private_copy()
    {
        await SaveAsync(new Answer(1, "kun mit", Visibility.Private));
        await SaveAsync(new Answer(1, "kun mit", Visibility.Anonymous));
        Assert.Null(await journal.FindAsync(round.Id, anna.Id, default));
        Assert.Equal((new Answer(1, "kun mit", Visibility.Anonymous), false), await box.FindAsync(round.Id, anna.Id, default));
    }

    [Fact]
    public async Task A_copy_is_kept_where_its_writer_asks_for_it_and_goes_when_they_do_not_any_more()
    {
        await SaveAsync(new Answer(4, "husk det", Visibility.Anonymous), keep: true);
        var kept = await journal.FindAsync(round.Id, anna.Id, default);
        Assert.Equal(("area", "Tillid", 4, "husk det", Visibility.Anonymous), (kept!.Area.Value, kept.Title, kept.Value, kept.Text, kept.Visibility));
        Assert.Equal((new Answer(4, "husk det", Visibility.Anonymous), true), await box.FindAsync(round.Id, anna.Id, default));
        await SaveAsync(new Answer(4, "husk det", Visibility.Anonymous));
        Assert.Null(await journal.FindAsync(round.Id, anna.Id, default));
    }

    [Theory]
    [InlineData(Visibility.Named)]
    [InlineData(Visibility.Private)]
    [InlineData(Visibility.Anonymous)]
    internal async Task What_was_chosen_is_where_the_next_prompt_begins(Visibility chosen)
    {
        await SaveAsync(new Answer(4, null, chosen));
        Assert.Equal(chosen, (await roster.FindAsync(round.Id.Team, anna.Id, default))!.Own.Visibility);
    }

    [Fact]
    public async Task Skipping_does_not_take_an_answer_back()
    {
        await SaveAsync(new Answer(4, null, Visibility.Anonymous));
        Assert.True(await box.TrySkipAsync(round.Id, anna, default));
        Assert.Equal(Participation.Asked, await participation.FindAsync(round.Id, anna.Id, default));
        Assert.Equal(new ParticipationCount(1, 1), await participation.CountAsync(round.Id, default));
    }

    [Fact]
    public async Task Who_skipped_can_still_answer()
    {
        Assert.True(await box.TrySkipAsync(round.Id, anna, default));
        Assert.Equal(Participation.Skipped, await participation.FindAsync(round.Id, anna.Id, default));
        Assert.True(await SaveAsync(new Answer(4, null, Visibility.Anonymous)));
        Assert.Equal(new ParticipationCount(1, 1), await participation.CountAsync(round.Id, default));
    }

    [Fact]
    public async Task Nothing_stored_changes_beside_the_answer_when_somebody_answers()
    {
        var before = await participation.AllAsync(round.Id, default);
        var stamp = (await rounds.FindAsync(round.Id, default))!.ETag;
        await SaveAsync(new Answer(4, null, Visibility.Anonymous));
        Assert.Equal(before, await participation.AllAsync(round.Id, default));
        Assert.Equal(stamp, (await rounds.FindAsync(round.Id, default))!.ETag);
    }

    [Fact]
    public async Task A_closed_round_cannot_be_skipped()
    {
        await rounds.TryUpdateAsync(round with { State = RoundState.Closed }, default);
        Assert.False(await box.TrySkipAsync(round.Id, anna, default));
        Assert.Equal(Participation.Asked, await participation.FindAsync(round.Id, anna.Id, default));
    }

    // Read as open, sealed before it was written: the store decides.
    [Fact]
    public async Task A_sealed_round_takes_nothing_although_it_still_looks_open()
    {
        await answers.SealAsync(round.Id, default);
        Assert.False(await SaveAsync(new Answer(4, null, Visibility.Anonymous)));
        Assert.False(await SaveAsync(new Answer(4, null, Visibility.Private)));
        Assert.Equal(new ParticipationCount(0, 1), await participation.CountAsync(round.Id, default));
        Assert.Null(await journal.FindAsync(round.Id, anna.Id, default));
    }

    private Task<bool> SaveAsync(Answer answer, bool keep = false) => box.TrySaveAsync(round, anna, Language.Danish, answer, keep, default);
}
