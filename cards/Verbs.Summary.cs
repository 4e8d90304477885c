namespace ReflectionBot.Cards;

/// <content>Reading on from a summary, sharing it, taking it home.</content>
public static partial class Verbs
{
    public const string SummaryTexts = "summary.texts";
    public const string SummaryTrend = "summary.trend";
    public const string SummaryHistory = "summary.history";
    public const string SummaryFiles = "summary.files";
    public const string SummaryExport = "summary.export";
    public const string ShareShow = "share.show";
    public const string SharePreview = "share.preview";
    public const string ShareSend = "share.send";
    public const string SharedShow = "shared.show";
    public const string SharedTexts = "shared.texts";
    public const string OrganisationShow = "organisation.show";
}

/// <content>The fields of sharing.</content>
public static partial class Fields
{
    public const string ShareComment = "shareComment";
    public const string ShareWith = "shareWith";
}
