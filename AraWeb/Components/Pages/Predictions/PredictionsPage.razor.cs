using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers;
using AraWeb.Formatting;
using AraWeb.Live;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>
/// The forecast of one instrument. The first page that the server sends holds bones only, so that it leaves at once; the circuit then loads. Bars,
/// forecasts and outcomes that come in are shown without a reload.
/// </summary>
public sealed partial class PredictionsPage(IBarStore bars, IPredictor predictor, ILedgerStore ledger, ILiveFeed live) : IDisposable
{
    /// <summary>The route; the rest is caught whole because a symbol may hold a slash.</summary>
    public const string Route = AppUrls.Predictions + "/{*Symbol}";

    private static readonly TimeSpan LiveInterval = TimeSpan.FromMilliseconds(250);

    private PredictionsModel? _model;
    private IDisposable? _subscription;
    private ChartPanel? _chart;
    private (string?, string?, string?, string?)? _shown;

    /// <summary>Whose forecast.</summary>
    [Parameter]
    public string? Symbol { get; set; }

    /// <summary>Code of the time frame.</summary>
    [SupplyParameterFromQuery(Name = "tf")]
    public string? TimeframeCode { get; set; }

    /// <summary>Bars ahead.</summary>
    [SupplyParameterFromQuery]
    public string? Days { get; set; }

    /// <summary>Code of the range in view.</summary>
    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    [Inject]
    internal ErrorReporter Errors { get; set; } = null!;

    private AsyncState<PredictionsSubject> Subject => _model?.Subject ?? AsyncStates.Loading<PredictionsSubject>();

    private string PageName => Subject.Value is { } subject ? $"{subject.Instrument.Symbol} forecast · Ara" : "Predictions · Ara";

    private string? AsOf => _model?.Forecast.Value is { } forecast
        ? $"from {TimeText.Stamp(forecast.Provenance.DataAsOf, forecast.Instrument.AssetClass)}"
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscription?.Dispose();
        _model?.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        _model = new PredictionsModel(bars, predictor, ledger, Errors, StateHasChanged);
        _subscription = live.Subscribe(Concerns, LiveInterval, changes => InvokeAsync(() => ApplyAsync(changes)));
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        var address = (Symbol, TimeframeCode, Days, Range);
        if (_model is null || address == _shown)
        {
            return Task.CompletedTask;
        }

        var onlyRange = _shown is { } shown && address == (shown.Item1, shown.Item2, shown.Item3, address.Range);
        _shown = address;
        try
        {
            var query = PredictionsQuery.Parse(Symbol, TimeframeCode, Days, Range);
            if (!onlyRange || _model.Query is null)
            {
                return _model.ShowAsync(query);
            }

            _model.ShowRange(query);
        }
        catch (InputException exception)
        {
            _model.Refuse(exception);
        }

        return Task.CompletedTask;
    }

    private bool Concerns(Change change) => change.Kind is ChangeKind.Bars or ChangeKind.Forecast or ChangeKind.Outcome
        && (_model?.Subject.Value is not { } subject || (change.Symbol == subject.Instrument.Symbol && change.Timeframe == subject.Timeframe));

    private async Task ApplyAsync(IReadOnlyList<Change> changes)
    {
        if (_chart is not null && changes.Any(change => change.Kind == ChangeKind.Bars))
        {
            await _chart.ExtendAsync();
        }

        await _model!.RefreshAsync();
    }

    private Task RetryAsync()
    {
        _shown = null;
        return OnParametersSetAsync();
    }
}
