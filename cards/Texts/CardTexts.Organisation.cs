namespace ReflectionBot.Cards.Texts;

/// <content>What the organisation's leadership reads.</content>
public sealed partial class CardTexts
{
    public string OrganisationKicker => Get();
    public string OrganisationTitle(int week, int year) => Format([week, year]);
    public string OrganisationRule => Get();
    public string OrganisationHidden => Get();
    public string OrganisationMean(string mean, int teams) => Format([mean, teams]);
    public string OrganisationTeams(int teams) => Format([teams]);
    public string WeekBefore => Get();
    public string WeekAfter => Get();
    public string OnlyLeadership => Get();
    public string NoOrganisationYet => Get();
}
