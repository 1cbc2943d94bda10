using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using AraWeb.Engine.Jobs;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers;
using AraWeb.Jobs;
using AraWeb.Live;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Overview;

/// <summary>All instruments at a glance, and what the background jobs did. The server sends bones first; the circuit fills them.</summary>
public sealed partial class OverviewPage(IBarStore bars, IPredictor predictor, ILiveFeed live) : IDisposable
{
    private const int JobRows = 12;
    private static readonly TimeSpan LiveInterval = TimeSpan.FromSeconds(1);

    private OverviewModel? _model;
    private IDisposable? _subscription;
    private AsyncState<IReadOnlyList<JobRun>> _jobs = AsyncStates.Loading<IReadOnlyList<JobRun>>();

    [Inject]
    internal ErrorReporter Errors { get; set; } = null!;

    [Inject]
    internal JobBoard Board { get; set; } = null!;

    private AsyncState<IReadOnlyList<CallCard>> Cards => _model?.Cards ?? AsyncStates.Loading<IReadOnlyList<CallCard>>();

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _model?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        _model = new OverviewModel(bars, predictor, Errors, StateHasChanged);
        _subscription = live.Subscribe(_ => true, LiveInterval, changes => InvokeAsync(() => ApplyAsync(changes)));
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await ReadJobsAsync();
        await _model!.LoadAsync();
    }

    private async Task ApplyAsync(IReadOnlyList<Change> changes)
    {
        if (changes.Any(change => change.Kind == ChangeKind.Job))
        {
            await ReadJobsAsync();
            StateHasChanged();
        }

        foreach (var (symbol, timeframe) in changes.Where(change => change.Kind is ChangeKind.Bars or ChangeKind.Forecast)
            .Select(change => (change.Symbol, change.Timeframe)).Distinct())
        {
            await _model!.RefreshAsync(symbol, timeframe);
        }
    }

    private async Task ReadJobsAsync()
    {
        try
        {
            var runs = await Board.RecentAsync(JobRows, CancellationToken.None);
            _jobs = runs.Count == 0 ? AsyncStates.Empty<IReadOnlyList<JobRun>>() : AsyncStates.Ready(runs);
        }
        catch (AraException exception)
        {
            _jobs = AsyncStates.Failed<IReadOnlyList<JobRun>>(Errors.Report(exception));
        }
    }
}
