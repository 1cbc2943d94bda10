using AraWeb.Engine.Core;
using AraWeb.Engine.Jobs;
using AraWeb.Engine.Providers;
using AraWeb.Formatting;
using AraWeb.Jobs;
using AraWeb.Live;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Layout;

/// <summary>The line at the foot: what runs in the background, when something last changed, and whether prices are invented.</summary>
public sealed partial class StatusLine(ILiveFeed live, IBarStore bars, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _subscription;
    private DateTimeOffset? _last;
    private string? _simulated;

    [Inject]
    internal JobBoard Board { get; set; } = null!;

    private string Live => !RendererInfo.IsInteractive ? "connecting"
        : _last is { } last ? $"live · last change {last.UtcDateTime:HH:mm:ss} UTC"
        : "live · waiting for a change";

    private string Jobs
    {
        get
        {
            var running = Board.Running();
            return running.Count switch
            {
                0 => "no job running",
                1 => Describe(running[0], time.GetUtcNow()),
                _ => $"{Describe(running[0], time.GetUtcNow())} · {running.Count - 1} more",
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <summary>A run in a few words: name, subject, share done and time left.</summary>
    internal static string Describe(JobRun run, DateTimeOffset now)
    {
        var words = run.Subject.Length > 0 ? $"{run.Name} {run.Subject}" : run.Name;
        if (run.State == JobState.Queued)
        {
            return $"{words} queued";
        }

        if (!(run.Progress > 0))
        {
            return words;
        }

        var left = (now - run.StartedAt) * ((1 - run.Progress) / run.Progress);
        return $"{words} {NumberText.Probability(run.Progress)} · {TimeText.Span(left)} left";
    }

    /// <summary>Says that all or some of the instruments are invented; null when none is.</summary>
    internal static string? SimulatedWords(IReadOnlyList<Instrument> instruments) =>
        instruments.Count(instrument => instrument.IsSimulated) is var simulated and > 0
            ? simulated == instruments.Count ? "simulated data" : "some symbols are simulated"
            : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        _subscription = live.Subscribe(_ => true, Interval, changes => InvokeAsync(() => ApplyAsync(changes)));
        await ReadSimulatedAsync();
    }

    private async Task ApplyAsync(IReadOnlyList<Change> changes)
    {
        _last = changes.Where(change => change.Kind != ChangeKind.Job).Max(change => (DateTimeOffset?)change.At) ?? _last;
        if (changes.Any(change => change.Kind == ChangeKind.Bars))
        {
            await ReadSimulatedAsync();
        }

        StateHasChanged();
    }

    private async Task ReadSimulatedAsync()
    {
        try
        {
            _simulated = SimulatedWords(await bars.ListAsync(_gone.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or AraException)
        {
            // The page itself says what is wrong with the store; this line only adds a word.
        }
    }
}
