using System.Threading.Channels;

namespace ReflectionBot.Teams;

/// <summary>Tells whoever plans ahead that a team's settings or rounds have changed. Losing a word costs a delay, nothing more.</summary>
internal sealed class TeamChanges
{
    private readonly Channel<TeamId> _channel = Channel.CreateUnbounded<TeamId>();

    public void Raise(TeamId team) => _channel.Writer.TryWrite(team);

    public IAsyncEnumerable<TeamId> ReadAllAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAllAsync(cancellationToken);
}
