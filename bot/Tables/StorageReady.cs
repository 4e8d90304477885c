namespace ReflectionBot.Tables;

/// <summary>Opens once the tables exist. Work that needs storage waits here rather than fail again and again.</summary>
internal sealed class StorageReady
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    public void Set() => _ready.TrySetResult();

    public Task WaitAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);
}

/// <summary>A table that a room keeps; all of them are made at start.</summary>
internal sealed record StoredTable(string Name);
