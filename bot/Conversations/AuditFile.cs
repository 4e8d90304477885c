using System.Globalization;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Conversations;

/// <summary>A team's log as a table for a spreadsheet, for its administrators.</summary>
internal sealed class AuditFile(Access access, AuditLog audit, AuditWords words, TimeProvider time) : IFileSource
{
    public const string Name = "audit";

    private const int MostLines = 50_000;

    public string Kind => Name;

    public async Task<(OfferedFile? File, string? Refusal)> WriteAsync(Caller caller, FileWish wish, CancellationToken cancellationToken)
    {
        var (administrator, refusal) = await access.AdministratorAsync(caller, wish.Team, cancellationToken);
        if (administrator is not { Team: var team, Member: var by })
            return (null, refusal!.Line);

        var texts = team.Language.Texts();
        var names = await words.NamesAsync(team, cancellationToken);
        var rows = new List<IEnumerable<string>> { (string[])[texts.CsvTime, texts.CsvWho, texts.CsvWhat, texts.CsvSetting, texts.CsvFrom, texts.CsvTo] };
        await foreach (var entry in audit.ReadAsync(team.Id, cancellationToken).Take(MostLines).WithCancellation(cancellationToken))
        {
            rows.Add(
            [
                team.Local(entry.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), AuditWords.Who(entry, names, texts),
                AuditWords.Act(entry.Act, texts), AuditWords.Subject(entry, names, texts) ?? string.Empty, entry.From ?? string.Empty, entry.To ?? string.Empty,
            ]);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{texts.AuditTitle.ToLowerInvariant()}-{team.Local(time.GetUtcNow()):yyyy-MM-dd}.csv");
        return (new OfferedFile(name, texts.FileAuditDescription(team.Name), Csv.Write(rows), texts) { Noted = (team.Id, new AuditEntry(AuditAct.Exported, by.Id)) }, null);
    }
}
