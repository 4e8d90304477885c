namespace ReflectionBot.Cards.Texts;

/// <content>What a leader reads on the prompt and on its receipts.</content>
public sealed partial class CardTexts
{
    public string PromptKicker(string team) => Format([team]);
    public string PromptReminder => Get();
    public string PromptSummary(string area) => Format([area]);
    public string ScaleLabel => Get();
    public string DilemmaLabel => Get();
    public string DilemmaMiddle => Get();
    public string NumberLabel(string unit) => Format([unit]);
    public string OpenLabel => Get();
    public string ElaborateLabel => Get();
    public string VisibilityLabel => Get();
    public string VisibilityAnonymous => Get();
    public string VisibilityNamed => Get();
    public string VisibilityPrivate => Get();
    public string WhoSeesChanged(string heads) => Format([heads]);
    public string WhoSees(string heads, int threshold) => Format([heads, threshold]);
    public string WhoSeesShared(string heads, int threshold) => Format([heads, threshold]);
    public string PromptCare => Get();
    public string Closes(string moment) => Format([moment]);
    public string SendAnswer => Get();
    public string SkipWeek => Get();
    public string ReceiptTitle => Get();
    public string ReceiptEditUntil(string moment) => Format([moment]);
    public string ReceiptAnonymous => Get();
    public string ReceiptNamed => Get();
    public string ReceiptPrivate => Get();
    public string EditAnswer => Get();
    public string SkippedTitle => Get();
    public string SkippedText(string moment) => Format([moment]);
    public string AnswerAnyway => Get();
    public string ClosedTitle => Get();
    public string ClosedText(string moment) => Format([moment]);
    public string ErrorTooLong(int length) => Format([Whole(length)]);
    public string ErrorEmpty => Get();
    public string ErrorInvisible => Get();
    public string ErrorScore => Get();
    public string ErrorNumber(int min, int max) => Format([min, max]);
    public string ErrorVisibility => Get();
}
