using AraWeb.Engine.Jobs;

namespace AraWeb.Jobs;

/// <summary>A run that has not ended: its newest state and the means to cancel it. Belongs to the board, which is the only one to change it.</summary>
/// <param name="run">The state it starts with.</param>
internal sealed class LiveRun(JobRun run) : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    /// <summary>The newest state.</summary>
    public JobRun Run { get; set; } = run;

    /// <summary>False while a routine run has not said anything: nobody sees it and it leaves no trace.</summary>
    public bool IsVisible { get; set; }

    /// <summary>Set when somebody cancels the run.</summary>
    public CancellationToken Cancelled => _cancel.Token;

    /// <summary>Asks the run to stop; whoever listens is called on another thread.</summary>
    public Task CancelAsync() => _cancel.CancelAsync();

    /// <inheritdoc/>
    public void Dispose() => _cancel.Dispose();
}
