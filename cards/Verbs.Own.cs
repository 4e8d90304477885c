namespace ReflectionBot.Cards;

/// <content>What a leader decides about themselves.</content>
public static partial class Verbs
{
    public const string OwnShow = "own.show";
    public const string OwnSave = "own.save";
    public const string JournalShow = "journal.show";
    public const string DataShow = "data.show";
    public const string DataRead = "data.read";
    public const string DataExport = "data.export";
    public const string DataDelete = "data.delete";
    public const string DataDeleteConfirmed = "data.deleteConfirmed";
    public const string DataComeBack = "data.comeBack";
}

/// <content>The fields of a leader's own choices.</content>
public static partial class Fields
{
    public const string MyLanguage = "myLanguage";
    public const string MyReminders = "myReminders";
    public const string MyPause = "myPause";
}
