using System.Globalization;
using System.Runtime.CompilerServices;
using ReflectionBot.Tables;

namespace ReflectionBot.Teams;

/// <summary>
/// What was changed in each team, append-only: nothing here updates a row. Table <c>Audit</c>: partition the team, row the
/// time counted down, so that reading forward is newest first.
/// </summary>
internal sealed class AuditLog(TableServiceClient tables, TimeProvider time)
{
    public const string TableName = "Audit";

    private const int LongestText = 500;

    private readonly TableClient _table = tables.GetTableClient(TableName);
    private long _written;

    public Task WriteAsync(TeamId team, AuditEntry entry, CancellationToken cancellationToken) =>
        WriteAsync(team, [entry], cancellationToken);

    /// <summary>Lines of one moment; they are read back in the order given.</summary>
    public async Task WriteAsync(TeamId team, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Of one and the same moment the latest comes first as well; what is random keeps two instances apart.
        var turn = (uint.MaxValue - (uint)Interlocked.Increment(ref _written)).ToString("D10", CultureInfo.InvariantCulture);
        var unique = turn + Guid.CreateVersion7(now).ToString("N")[^12..];
        var adds = entries.Select((entry, index) => new TableTransactionAction(
            TableTransactionActionType.Add, Write(team, $"{Countdown(now)}-{unique}-{index:D3}", entry with { At = now })));
        await _table.SubmitInBatchesAsync(adds, cancellationToken);
    }

    /// <summary>The team's lines, newest first.</summary>
    public async IAsyncEnumerable<AuditEntry> ReadAsync(TeamId team, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = team.ToString();
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {partition}"), null, null, cancellationToken))
            yield return Read(row);
    }

    /// <summary>In all teams of the tenant, what this person has changed and what was changed about them; newest first in each team.</summary>
    public async IAsyncEnumerable<(TeamId Team, AuditEntry Entry)> OfAsync(
        string tenant, MemberId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, after) = (tenant + "|", tenant + "}");
        var filter = TableFilter.Create($"PartitionKey ge {first} and PartitionKey lt {after} and (By eq {person.Value} or About eq {person.Value})");
        await foreach (var row in _table.QueryAsync(filter, null, null, cancellationToken))
            yield return (new TeamId(tenant, row.PartitionKey[first.Length..]), Read(row));
    }

    /// <summary>Forgets what is older than that moment; the only way a line ever goes, but for deleting the team.</summary>
    public Task<int> PurgeAsync(TeamId team, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (partition, oldest) = (team.ToString(), Countdown(before));
        return _table.DeleteWhereAsync(TableFilter.Create($"PartitionKey eq {partition} and RowKey gt {oldest}"), cancellationToken);
    }

    public Task DeleteAsync(TeamId team, CancellationToken cancellationToken) =>
        _table.DeletePartitionAsync(team.ToString(), cancellationToken);

    private static string Countdown(DateTimeOffset at) =>
        (DateTime.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    private static TableEntity Write(TeamId team, string row, AuditEntry entry) => new(team.ToString(), row)
    {
        ["At"] = entry.At,
        ["Act"] = entry.Act.ToString(),
        ["By"] = entry.By?.Value,
        ["About"] = entry.About?.Value,
        ["Subject"] = Short(entry.Subject),
        ["From"] = Short(entry.From),
        ["To"] = Short(entry.To),
    };

    private static AuditEntry Read(TableEntity row) => new(
        Enum.Parse<AuditAct>(row.GetString("Act")!),
        row.GetString("By") is { } by ? new MemberId(by) : null,
        row.GetString("Subject"),
        row.GetString("From"),
        row.GetString("To"))
    {
        About = row.GetString("About") is { } about ? new MemberId(about) : null,
        At = row.GetDateTimeOffset("At")!.Value,
    };

    private static string? Short(string? text) => text is { Length: > LongestText } ? text[..(LongestText - 1)] + "…" : text;
}
