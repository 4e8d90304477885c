using Azure;
using ReflectionBot.Questions;

namespace ReflectionBot.Teams;

/// <summary>One Teams team and everything an administrator has decided for it.</summary>
internal sealed record Team
{
    public const int UsualRetentionMonths = 24;

    public required TeamId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The newest service URL heard from the team's conversations.</summary>
    public required Uri ServiceUrl { get; init; }

    /// <summary>The bot's own id in this team (28:...), needed to start a conversation.</summary>
    public required string BotId { get; init; }

    /// <summary>False once the bot has been removed: everything stops, nothing is deleted.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>True once the channel has had its greeting, so that repeated events greet nobody twice.</summary>
    public bool IsGreeted { get; init; }

    /// <summary>Slots that open before this moment are none of ours: when the week was last saved. Null until it first is.</summary>
    public DateTimeOffset? RunsFrom { get; init; }

    public Schedule Schedule { get; init; } = new();

    public Language Language { get; init; } = Language.Danish;

    /// <summary>k: how many answers it takes before anything but participation is shown. 3 to 25.</summary>
    public int Threshold { get; init; } = Thresholds.Default;

    /// <summary>Whether a leader may choose to show their name.</summary>
    public bool OffersNamed { get; init; } = true;

    /// <summary>Whether summaries are shared by themselves when they are made.</summary>
    public SummarySharing Shares { get; init; }

    /// <summary>How long what was said is kept, in months.</summary>
    public int RetentionMonths { get; init; } = UsualRetentionMonths;

    /// <summary>Whether department heads are asked too.</summary>
    public bool HeadsAnswer { get; init; }

    /// <summary>Nothing opens before this local day.</summary>
    public DateOnly? PausedUntil { get; init; }

    public QuestionSettings Questions { get; init; } = new();

    public TeamCalendar Calendar { get; init; } = new();

    public ETag ETag { get; init; }

    /// <summary>Whether this person gets the question: leaders do, heads only where the team or an administrator has said so.</summary>
    public bool Asks(Member member) =>
        member.Is(Role.Leader) && !member.Own.IsStopped && (member.IsAsked ?? (HeadsAnswer || !member.Is(Role.DepartmentHead)));

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Schedule.TimeZoneId);

    /// <summary>Whether rounds open and cards go out by themselves.</summary>
    public bool IsRunning => IsInstalled && RunsFrom is not null;
}

/// <summary>With whom a summary is shared without anybody having to press a button.</summary>
internal enum SummarySharing
{
    No,

    /// <summary>Those who were asked, each in their own chat.</summary>
    Leaders,

    /// <summary>The team's General channel.</summary>
    Channel,
}
