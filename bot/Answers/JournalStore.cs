using Azure;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>A leader's own reflections, read by nobody else. Table <c>Journal</c>: partition tenant and member, row team and slot.</summary>
internal sealed class JournalStore(TableServiceClient tables, TimeProvider time) : IReflections
{
    public const string TableName = "Journal";

    private readonly TableClient _table = tables.GetTableClient(TableName);

    /// <param name="round">The round that was answered.</param>
    /// <param name="member">Whose it is.</param>
    /// <param name="language">The language they read the question in.</param>
    /// <param name="answer">The answer to keep.</param>
    /// <param name="cancellationToken">Stops before it is kept.</param>
    public Task SaveAsync(Round round, MemberId member, Language language, Answer answer, CancellationToken cancellationToken)
    {
        var asked = round.Question!;
        var row = new TableEntity(Owner(round.Id.Team.Tenant, member), Entry(round.Id))
        {
            ["Area"] = asked.Area.Value,
            ["Title"] = asked.Title.In(language),
            ["Kind"] = asked.Question.Type.ToString(),
            ["Question"] = asked.Question.Text.In(language),
            ["Value"] = answer.Value,
            ["Text"] = answer.Text,
            ["Visibility"] = answer.Visibility.ToString(),
            ["At"] = time.GetUtcNow(),
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<JournalEntry?> FindAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(Owner(round.Team.Tenant, member), Entry(round), null, cancellationToken);
        return row is null ? null : Read(row);
    }

    /// <summary>Everything this person has kept, newest first.</summary>
    public async Task<List<JournalEntry>> AllAsync(string tenant, MemberId member, CancellationToken cancellationToken)
    {
        var owner = Owner(tenant, member);
        var entries = new List<JournalEntry>();
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {owner}"), null, null, cancellationToken))
            entries.Add(Read(row));
        return [.. entries.OrderByDescending(entry => entry.At)];
    }

    public async Task<Reflection?> LastAsync(RoundId round, MemberId member, AreaId area, CancellationToken cancellationToken) =>
        (await AllAsync(round.Team.Tenant, member, cancellationToken)).Find(entry => entry.Area == area && entry.Id != new EntryId(round.Team.Thread, round.Slot)) is { } last
            ? new Reflection(last.At, last.Question, last.Value, last.Text)
            : null;

    /// <summary>False when there was none.</summary>
    public Task<bool> RemoveAsync(RoundId round, MemberId member, CancellationToken cancellationToken) =>
        _table.TryDeleteEntityAsync(Owner(round.Team.Tenant, member), Entry(round), ETag.All, cancellationToken);

    public Task DeleteAsync(string tenant, MemberId member, CancellationToken cancellationToken) =>
        _table.DeletePartitionAsync(Owner(tenant, member), cancellationToken);

    /// <summary>Deletes at most so many of those from before that moment, whoever's, and says how many.</summary>
    public async Task<int> PurgeAsync(DateTimeOffset oldest, int most, CancellationToken cancellationToken)
    {
        var old = await _table.QueryAsync(TableFilter.Create($"At lt {oldest}"), null, ["PartitionKey", "RowKey"], cancellationToken).Take(most).ToListAsync(cancellationToken);
        foreach (var row in old)
            await _table.TryDeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        return old.Count;
    }

    private static string Owner(string tenant, MemberId member) => tenant + "|" + member;

    private static string Entry(RoundId round) => round.Team.Thread + "|" + round.Slot;

    private static JournalEntry Read(TableEntity row)
    {
        var cut = row.RowKey.LastIndexOf('|');
        return new JournalEntry
        {
            Id = new EntryId(row.RowKey[..cut], SlotId.Parse(row.RowKey[(cut + 1)..])),
            Area = new AreaId(row.GetString("Area") ?? string.Empty),
            Title = row.GetString("Title") ?? string.Empty,
            Kind = Enum.TryParse<QuestionType>(row.GetString("Kind"), out var kind) ? kind : QuestionType.Open,
            Question = row.GetString("Question") ?? string.Empty,
            Value = row.GetInt32("Value"),
            Text = row.GetString("Text"),
            Visibility = Enum.Parse<Visibility>(row.GetString("Visibility") ?? nameof(Visibility.Private)),
            At = row.GetDateTimeOffset("At") ?? row.Timestamp ?? default,
        };
    }
}
