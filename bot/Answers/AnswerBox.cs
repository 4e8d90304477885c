using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>
/// Takes a leader's answer while the round is open, as often as they like; the last one counts. The seal decides what is in
/// time, not what the caller last read of the round.
/// </summary>
internal sealed class AnswerBox(RoundStore rounds, ParticipationStore participation, AnswerStore answers, JournalStore journal)
{
    /// <summary>False when the round is closed: then nothing has changed.</summary>
    public async Task<bool> TrySaveAsync(RoundId round, Member member, Answer answer, CancellationToken cancellationToken)
    {
        var signed = answer with { Name = answer.Visibility == Visibility.Named ? member.Name : null };
        var saved = await answers.SaveAsync(round, member.Id, signed, cancellationToken);
        if (saved == Saved.Sealed)
            return false;

        if (answer.Visibility == Visibility.Private)
            await journal.SaveAsync(round, member.Id, answer, cancellationToken);
        // A copy kept from an earlier private answer could be matched with the anonymous one by its text.
        else if (saved == Saved.InPlace)
            await journal.RemoveAsync(round, member.Id, cancellationToken);
        return true;
    }

    /// <summary>False when the round is closed. Somebody who has answered already still has.</summary>
    public async Task<bool> TrySkipAsync(RoundId round, Member member, CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(round, cancellationToken) is not { IsOpen: true })
            return false;
        if (await participation.IsMissingAsync(round, member.Id, cancellationToken))
            await participation.SkipAsync(round, member.Id, cancellationToken);
        return true;
    }

    /// <summary>What this member has answered so far in an open round, private answers included.</summary>
    public async Task<Answer?> FindAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        var answer = await answers.FindAsync(round, member, cancellationToken);
        return answer is { Visibility: Visibility.Private } ? await journal.FindAsync(round, member, cancellationToken) : answer;
    }
}
