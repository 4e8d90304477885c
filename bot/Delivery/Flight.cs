namespace ReflectionBot.Delivery;

/// <summary>Counts what is in flight, and tells when all of it has landed.</summary>
internal sealed class Flight
{
    private readonly Lock _gate = new();
    private int _flying;
    private TaskCompletionSource? _landed;

    public void Start()
    {
        lock (_gate)
            _flying++;
    }

    public void Land()
    {
        lock (_gate)
        {
            if (--_flying == 0)
                _landed?.TrySetResult();
        }
    }

    public Task LandedAsync()
    {
        lock (_gate)
        {
            if (_flying == 0)
                return Task.CompletedTask;
            _landed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _landed.Task;
        }
    }
}
