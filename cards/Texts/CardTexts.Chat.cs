namespace ReflectionBot.Cards.Texts;

/// <content>Greetings, help and short answers in chat.</content>
public sealed partial class CardTexts
{
    public string GreetingTitle(string team) => Format([team]);
    public string GreetingWhat => Get();
    public string GreetingSummary => Get();
    public string GreetingAdministrator(string name) => Format([name]);
    public string GreetingSomebody => Get();
    public string WelcomeTitle => Get();
    public string WelcomeText => Get();
    public string HelpTitle => Get();
    public string HelpAnswer => Get();
    public string HelpAnswerText => Get();
    public string HelpStatus => Get();
    public string HelpStatusText => Get();
    public string HelpSummary => Get();
    public string HelpSummaryText => Get();
    public string HelpSettings => Get();
    public string HelpSettingsText => Get();
    public string HelpHelp => Get();
    public string HelpHelpText => Get();
    public string ChannelHelp => Get();
    public string NotUnderstood => Get();
    public string Refused => Get();
    public string TeamStopped => Get();
    public string OnlyAdministrator(string names) => Format([names]);
    public string OnlyHead(string names) => Format([names]);
    public string NoHeadYet(string names) => Format([names]);
    public string SomebodyElse => Get();
    public string And(string first, string last) => Format([first, last]);
    public string NobodyYet => Get();
    public string NoTeam => Get();
    public string NothingOpen => Get();
    public string NoSummaryYet => Get();
    public string ChooseTeam => Get();
    public string StatusTitle => Get();
    public string StatusYouAnswered => Get();
    public string StatusYouSkipped => Get();
    public string StatusYouMissing => Get();
    public string SomethingWentWrong(string id) => Format([id]);
}
