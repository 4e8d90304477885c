namespace ReflectionBot.Tests.World;

/// <summary>What a leader fills in on the prompt, in few words.</summary>
internal static class PersonAnswers
{
    /// <summary>Answers a question of five steps.</summary>
    public static Task<Reply> Picks(this Person leader, string score, string text = "", string visibility = "anonymous") =>
        leader.Press("prompt.answer", ("score", score), ("text", text), ("visibility", visibility));

    /// <summary>Answers an open question.</summary>
    public static Task<Reply> Writes(this Person leader, string text, string visibility = "anonymous") =>
        leader.Press("prompt.answer", ("text", text), ("visibility", visibility));
}
