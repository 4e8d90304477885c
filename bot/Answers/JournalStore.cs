using Azure;
using ReflectionBot.Rounds;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>A leader's own reflections, read by nobody else. Table <c>Journal</c>: partition tenant and member, row team and slot.</summary>
internal sealed class JournalStore(TableServiceClient tables)
{
    public const string TableName = "Journal";

    private readonly TableClient _table = tables.GetTableClient(TableName);

    public Task SaveAsync(RoundId round, MemberId member, Answer answer, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Owner(round, member), Entry(round)) { ["Value"] = answer.Value, ["Text"] = answer.Text };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<Answer?> FindAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(Owner(round, member), Entry(round), null, cancellationToken);
        return row is null ? null : new Answer(row.GetInt32("Value"), row.GetString("Text"), Visibility.Private);
    }

    public Task RemoveAsync(RoundId round, MemberId member, CancellationToken cancellationToken) =>
        _table.TryDeleteEntityAsync(Owner(round, member), Entry(round), ETag.All, cancellationToken);

    private static string Owner(RoundId round, MemberId member) => round.Team.Tenant + "|" + member;

    private static string Entry(RoundId round) => round.Team.Thread + "|" + round.Slot;
}
