using System.ComponentModel.DataAnnotations;

namespace ReflectionBot.Delivery;

/// <summary>How fast and how carefully cards go out. Section <c>Delivery</c>. Source of the limits: "Optimize your bot: rate limiting".</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>Requests a second to one tenant; the platform's own limit is 50.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Delivery:PerSecond must be between 1 and 1000000.")]
    public double PerSecond { get; set; } = 45;

    /// <summary>Requests at once, after a stall; with <see cref="PerSecond"/> and on the way to the platform still within 50 in any second.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Delivery:Burst must be between 1 and 1000000.")]
    public int Burst { get; set; } = 2;

    /// <summary>Seconds between messages to one conversation once <see cref="ConversationBurst"/> is used: 7 a second, 8 in two, 60 in 30 and 1800 an hour are kept by 2.01 and 5.</summary>
    [Range(0, 60, ErrorMessage = "Delivery:ConversationSeconds must be between 0 and 60.")]
    public double ConversationSeconds { get; set; } = 2.01;

    [Range(1, 7, ErrorMessage = "Delivery:ConversationBurst must be between 1 and 7.")]
    public int ConversationBurst { get; set; } = 5;

    /// <summary>Cards of one tenant that are sent, or being sent, and not yet recorded: what a crash may send twice.</summary>
    [Range(1, 10_000, ErrorMessage = "Delivery:MostUnrecorded must be between 1 and 10000.")]
    public int MostUnrecorded { get; set; } = 10;

    /// <summary>Attempts of one delivery before it is given up; 20 of them outlast an outage of about two hours.</summary>
    [Range(1, 50, ErrorMessage = "Delivery:MostAttempts must be between 1 and 50.")]
    public int MostAttempts { get; set; } = 20;

    /// <summary>How long an instance's claim on a tenant stands without a sign of life.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:00:50", ErrorMessage = "Delivery:Lease must be between 00:00:05 and 00:00:50.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stop waits for sends that are in flight.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Delivery:Shutdown must be between 00:00:00 and 00:01:00.")]
    public TimeSpan Shutdown { get; set; } = TimeSpan.FromSeconds(10);
}
