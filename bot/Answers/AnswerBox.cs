using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>Takes a leader's answer while the round is open, as often as they like; the last one counts.</summary>
internal sealed class AnswerBox(RoundStore rounds, ParticipationStore participation, AnswerStore answers, JournalStore journal)
{
    /// <summary>False when the round is closed: then nothing has changed.</summary>
    public async Task<bool> TrySaveAsync(RoundId round, Member member, Answer answer, CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(round, cancellationToken) is not { IsOpen: true })
            return false;

        // The answer first: should the next step be lost, somebody is reminded who has answered, which harms nobody.
        var saved = answer.Visibility == Visibility.Private
            ? await TryKeepPrivateAsync(round, member, answer, cancellationToken)
            : await TryShareAsync(round, member, answer, cancellationToken);
        if (saved)
            await participation.SetAsync(round, member.Id, Participation.Answered, cancellationToken);
        return saved;
    }

    /// <summary>False when the round is closed. Somebody who has answered already still has.</summary>
    public async Task<bool> TrySkipAsync(RoundId round, Member member, CancellationToken cancellationToken)
    {
        if (await rounds.FindAsync(round, cancellationToken) is not { IsOpen: true })
            return false;
        if (await participation.FindAsync(round, member.Id, cancellationToken) == Participation.Asked)
            await participation.SetAsync(round, member.Id, Participation.Skipped, cancellationToken);
        return true;
    }

    /// <summary>What this member has answered so far in an open round, private answers included.</summary>
    public async Task<Answer?> FindAsync(RoundId round, MemberId member, CancellationToken cancellationToken) =>
        await answers.FindAsync(round, member, cancellationToken) ?? await journal.FindAsync(round, member, cancellationToken);

    private async Task<bool> TryKeepPrivateAsync(RoundId round, Member member, Answer answer, CancellationToken cancellationToken)
    {
        if (!await answers.TryRemoveAsync(round, member.Id, cancellationToken))
            return false;

        await journal.SaveAsync(round, member.Id, answer, cancellationToken);
        return true;
    }

    private async Task<bool> TryShareAsync(RoundId round, Member member, Answer answer, CancellationToken cancellationToken)
    {
        var shared = answer with { Name = answer.Visibility == Visibility.Named ? member.Name : null };
        if (!await answers.TrySaveAsync(round, member.Id, shared, cancellationToken))
            return false;

        // A copy kept from an earlier private answer could be matched with the anonymous one by its text.
        await journal.RemoveAsync(round, member.Id, cancellationToken);
        return true;
    }
}
