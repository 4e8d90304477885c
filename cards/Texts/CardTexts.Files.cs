namespace ReflectionBot.Cards.Texts;

/// <content>Files, and what stands in them.</content>
public sealed partial class CardTexts
{
    public string CsvTime => Get();
    public string CsvWho => Get();
    public string CsvWhat => Get();
    public string CsvSetting => Get();
    public string CsvFrom => Get();
    public string CsvTo => Get();
    public string FileAuditDescription(string team) => Format([team]);
    public string FileOffered => Get();
    public string FileNotAllowed => Get();
    public string FileDeclined => Get();
    public string FileFailed => Get();

    public string SummaryFileName => Get();
    public string FileSummaryDescription(string team, int week) => Format([team, week]);
    public string CsvTeam => Get();
    public string CsvArea => Get();
    public string CsvQuestion => Get();
    public string CsvParticipation => Get();
    public string CsvHidden => Get();
}
