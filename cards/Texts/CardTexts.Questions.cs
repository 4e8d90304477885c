namespace ReflectionBot.Cards.Texts;

/// <content>Choosing and writing questions.</content>
public sealed partial class CardTexts
{
    public string DeskQuestions => Get();
    public string QuestionsTitle => Get();
    public string QuestionsIntro => Get();
    public string QuestionsOn => Get();
    public string QuestionsOff => Get();
    public string QuestionsCount(string state, int count) => Format([state, count]);
    public string TurnOn => Get();
    public string TurnOff => Get();
    public string Open => Get();
    public string LookAt => Get();
    public string AskNext => Get();
    public string AskNextNot => Get();
    public string QuestionPinned => Get();
    public string QuestionAsked(string date) => Format([date]);
    public string QuestionRetired => Get();
    public string Retire => Get();
    public string BringBack => Get();
    public string EditQuestion => Get();
    public string OwnTitle => Get();
    public string OwnNone => Get();
    public string OwnNew => Get();
    public string OwnPlace => Get();
    public string LookTitle => Get();
    public string QuestionsReview => Get();
    public string SettingPacks => Get();
    public string SettingAreasOff => Get();
    public string SettingQuestionsOff => Get();
    public string SettingPins => Get();
    public string SettingOwn(int number) => Format([number]);
    public string OwnRetired(string question) => Format([question]);
    public string ErrorNothingLeft => Get();
    public string ErrorQuestionGone => Get();
    public string ErrorOwnMany(int most) => Format([most]);
    public string ErrorOwnText => Get();
    public string ErrorOwnLong(int longest) => Format([longest]);
    public string ErrorOwnEnds => Get();
    public string ErrorOwnRange => Get();
    public string OwnType => Get();
    public string TypeOpen => Get();
    public string TypeScale => Get();
    public string TypeNumber => Get();
    public string TypeDilemma => Get();
    public string OwnText => Get();
    public string OwnTextEn => Get();
    public string OwnProbe => Get();
    public string OwnProbeEn => Get();
    public string OwnElaborate => Get();
    public string OwnLow => Get();
    public string OwnHigh => Get();
    public string OwnUnit => Get();
    public string OwnMin => Get();
    public string OwnMax => Get();
}
