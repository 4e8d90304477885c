namespace ReflectionBot.Cards.Texts;

/// <content>What a department head reads.</content>
public sealed partial class CardTexts
{
    public string SummaryKicker(string team) => Format([team]);
    public string SummaryNotice(string area) => Format([area]);
    public string Participation(int answered, int asked) => Format([answered, asked]);
    public string Distribution => Get();
    public string ScaleEnds(string low, string high) => Format([low, high]);
    public string Mean(string mean) => Format([mean]);
    public string Median(string median, string unit) => Format([median, unit]);
    public string Range(int min, int max, string unit) => Format([min, max, unit]);
    public string BarText(string label, int count) => Format([label, count]);
    public string TextsTitle => Get();
    public string TextsOrder => Get();
    public string Anonymous => Get();
    public string NoTexts => Get();
    public string HiddenFewAnswers(int threshold) => Format([threshold]);
    public string HiddenFewAnonymous(int threshold) => Format([threshold]);
    public string NobodyAnswered => Get();
    public string NextTitle => Get();
    public string NextNone => Get();
    public string MoreAnswers => Get();
    public string FirstPage => Get();
    public string PageOf(int page, int pages) => Format([page, pages]);
}
