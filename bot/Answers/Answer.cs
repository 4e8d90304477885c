using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>
/// One leader's answer as it was accepted. <c>Value</c> is the step (1-5) or the number, null for an open question;
/// <c>Name</c> and <c>By</c> are set only when the answer is given by name.
/// </summary>
internal sealed record Answer(int? Value, string? Text, Visibility Visibility, string? Name = null, MemberId? By = null);
