using System.Runtime.InteropServices;
using ReflectionBot.Teams;

namespace ReflectionBot.Rounds;

/// <summary>One question asked of one team for one slot. There is never a second round with the same id.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RoundId(TeamId Team, SlotId Slot)
{
    /// <summary>Also the partition of everything that belongs to the round.</summary>
    public override string ToString() => Team + "|" + Slot;
}
