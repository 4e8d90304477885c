namespace ReflectionBot.Cards;

/// <summary>
/// What a button carries besides the fields: where it belongs. The same names are read back by the service.
/// No name here may be the id of a field (see <see cref="Fields"/>): which of the two would win is not defined by Teams.
/// Nothing in it is trusted: who may do what is decided from the sender of the action.
/// </summary>
public sealed record ActionData
{
    /// <summary>Only in Action.Submit, which has no verb of its own.</summary>
    public string? Verb { get; init; }

    /// <summary>The id of the Teams team.</summary>
    public string? Team { get; init; }

    /// <summary>The slot's key, such as 2026-W47.</summary>
    public string? Slot { get; init; }

    /// <summary>Which page of a long card, from 0.</summary>
    public int? Page { get; init; }

    /// <summary>The Entra object id of the member a button is about.</summary>
    public string? Member { get; init; }

    /// <summary>Which of several things of one kind the button is about.</summary>
    public string? About { get; init; }

    /// <summary>What the button makes of it: on or off.</summary>
    public bool? On { get; init; }

    /// <summary>The settings as the card showed them, so that somebody else's change meanwhile is noticed.</summary>
    public IReadOnlyList<string>? Seen { get; init; }

    /// <summary>A comment that was shown for review and is now to be sent.</summary>
    public string? Comment { get; init; }

    /// <summary>Settings that were shown for review and are now to be saved.</summary>
    public SetupForm? Form { get; init; }

    /// <summary>A question of the team's own that was shown for review and is now to be saved.</summary>
    public OwnForm? Own { get; init; }
}

/// <summary>What a button asks for. Overlapping verbs are refused when the service starts.</summary>
public static partial class Verbs
{
    public const string PromptAnswer = "prompt.answer";
    public const string PromptSkip = "prompt.skip";
    public const string PromptEdit = "prompt.edit";
    public const string PromptSnooze = "prompt.snooze";
    public const string PromptLater = "prompt.later";
    public const string SetupOpen = "setup.open";
    public const string SetupReview = "setup.review";
    public const string SetupEdit = "setup.edit";
    public const string SetupSave = "setup.save";
    public const string DeskShow = "desk.show";
    public const string DeskSendNow = "desk.sendNow";
    public const string DeskCloseNow = "desk.closeNow";
    public const string DeskPause = "desk.pause";
    public const string DeskResume = "desk.resume";
    public const string DeskForget = "desk.forget";
    public const string DeskForgetConfirmed = "desk.forgetConfirmed";
    public const string SummaryShow = "summary.show";
}

/// <summary>The ids of the fields, as they come back among an action's data. Every value comes back as text.</summary>
public static partial class Fields
{
    public const string Score = "score";
    public const string Number = "number";
    public const string Text = "text";
    public const string Visibility = "visibility";
    public const string Keep = "keep";
    public const string OpensOn = "opensOn";
    public const string OpensAt = "opensAt";
    public const string RemindsOn = "remindsOn";
    public const string RemindsAt = "remindsAt";
    public const string ClosesOn = "closesOn";
    public const string ClosesAt = "closesAt";
    public const string EveryWeeks = "everyWeeks";
    public const string TimeZone = "timeZone";
    public const string Language = "language";
    public const string Heads = "heads";
    public const string HeadsAnswer = "headsAnswer";
    public const string PauseUntil = "pauseUntil";
}
