namespace ReflectionBot.Cards;

/// <content>The rooms behind the administrator's desk.</content>
public static partial class Verbs
{
    public const string DeskTeams = "desk.teams";
    public const string WeeksShow = "weeks.show";
    public const string CalendarShow = "calendar.show";
    public const string CalendarSave = "calendar.save";
    public const string CalendarAdd = "calendar.add";
    public const string CalendarRemove = "calendar.remove";
    public const string PeopleShow = "people.show";
    public const string PersonShow = "people.person";
    public const string PersonSet = "people.set";
    public const string PeopleRefresh = "people.refresh";
    public const string PrivacyShow = "privacy.show";
    public const string PrivacySave = "privacy.save";
    public const string AuditShow = "audit.show";
    public const string AuditExport = "audit.export";
    public const string HistoryShow = "history.show";
}

/// <content>The fields of the rooms behind the desk.</content>
public static partial class Fields
{
    public const string ClosedDays = "closedDays";
    public const string Holidays = "holidays";
    public const string ClosedFrom = "closedFrom";
    public const string ClosedTo = "closedTo";
    public const string ClosedWeek = "closedWeek";
    public const string ClosedName = "closedName";
    public const string Threshold = "threshold";
    public const string OffersNamed = "offersNamed";
    public const string Shares = "shares";
    public const string Retention = "retention";
}
