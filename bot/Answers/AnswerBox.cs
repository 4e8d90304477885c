using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Teams;

namespace ReflectionBot.Answers;

/// <summary>
/// Takes a leader's answer while the round is open, as often as they like; the last one counts. The seal decides what is in
/// time, not what the caller last read of the round.
/// </summary>
internal sealed class AnswerBox(RoundStore rounds, ParticipationStore participation, AnswerStore answers, JournalStore journal, Roster roster)
{
    /// <summary>False when the round is closed: then nothing has changed. A private answer is always kept, any other one where its writer asks for it.</summary>
    public async Task<bool> TrySaveAsync(Round round, Member member, Language language, Answer answer, bool keep, CancellationToken cancellationToken)
    {
        var signed = answer.Visibility == Visibility.Named ? answer with { Name = member.Name, By = member.Id } : answer with { Name = null, By = null };
        var saved = await answers.SaveAsync(round.Id, member.Id, signed, cancellationToken);
        if (saved == Saved.Sealed)
            return false;

        var isKept = keep || answer.Visibility == Visibility.Private;
        if (isKept)
            await journal.SaveAsync(round, member.Id, language, answer, cancellationToken);
        // A copy kept from an earlier answer could be matched with the anonymous one by its text.
        else if (saved == Saved.InPlace)
            await journal.RemoveAsync(round.Id, member.Id, cancellationToken);
        await RememberAsync(member, answer.Visibility, isKept, cancellationToken);
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

    /// <summary>What this member has answered so far in an open round, private answers included, and whether a copy is kept.</summary>
    public async Task<(Answer Answer, bool IsKept)?> FindAsync(RoundId round, MemberId member, CancellationToken cancellationToken)
    {
        if (await answers.FindAsync(round, member, cancellationToken) is not { } answer)
            return null;
        var kept = await journal.FindAsync(round, member, cancellationToken);
        return answer.Visibility == Visibility.Private && kept is not null
            ? (new Answer(kept.Value, kept.Text, Visibility.Private), true)
            : (answer, kept is not null);
    }

    // What they chose is where the next prompt begins. Written only when it is another choice than last time.
    private async Task RememberAsync(Member member, Visibility visibility, bool isKept, CancellationToken cancellationToken)
    {
        if (member.Own.Visibility != visibility || (isKept && !member.Own.HasJournal))
            await roster.ChooseAsync(member.Team.Tenant, member.Id, own => own with { Visibility = visibility, HasJournal = own.HasJournal || isKept }, cancellationToken);
    }
}
