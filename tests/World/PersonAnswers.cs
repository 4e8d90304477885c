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

    /// <summary>Answers whatever kind of question it is.</summary>
    public static Task<Reply> AnswersAnything(this Person leader) => leader.LastCard.Fields switch
    {
        var fields when fields.ContainsKey("score") => leader.Picks("2"),
        var fields when fields.ContainsKey("number") => leader.Press("prompt.answer", ("number", "2")),
        _ => leader.Writes("Et par ord."),
    };
}
