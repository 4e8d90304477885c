namespace ReflectionBot.Connector;

/// <summary>Why a request gets no further, as a status and as words for the log; never with anything from the request.</summary>
internal sealed record Refusal(int Status, string Reason)
{
    /// <summary>401: who are you. 403: you, but not with this. 503: nobody can be told apart just now.</summary>
    public static Refusal Of(TokenVerdict verdict) => new(StatusOf(verdict), verdict.ToString());

    private static int StatusOf(TokenVerdict verdict) => verdict switch
    {
        TokenVerdict.NotEndorsed or TokenVerdict.WrongChannel or TokenVerdict.WrongServiceUrl or TokenVerdict.WrongTenant =>
            StatusCodes.Status403Forbidden,
        TokenVerdict.NoKeys => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status401Unauthorized,
    };
}
