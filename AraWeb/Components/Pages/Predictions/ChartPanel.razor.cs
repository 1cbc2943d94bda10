using AraWeb.Components.Charts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>
/// The chart with its tools and its twin, a table of the newest bars. The chart fetches its own bars; only the table's come through the circuit.
/// </summary>
public sealed partial class ChartPanel(IBarStore bars)
{
    private const int TableRows = 120;

    private PriceFanChart? _chart;
    private IReadOnlyList<Bar> _bars = [];
    private PredictionsSubject? _shown;
    private bool _logarithmic;
    private bool _table;

    /// <summary>Whose bars.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionsSubject Subject { get; set; }

    /// <summary>The forecast in numbers; null while there is none.</summary>
    [Parameter]
    public PriceFanFigure? Figure { get; set; }

    /// <summary>The forecast, for the words beside the picture; null while there is none.</summary>
    [Parameter]
    public PredictionResult? Forecast { get; set; }

    /// <summary>Code of the range in view.</summary>
    [Parameter]
    [EditorRequired]
    public required string Range { get; set; }

    /// <summary>Bars ahead that the forecast will cover.</summary>
    [Parameter]
    [EditorRequired]
    public required int Reach { get; set; }

    /// <summary>Column classes of the grid.</summary>
    [Parameter]
    public string? Class { get; set; }

    private string Title => $"{Subject.Instrument.Symbol} {Subject.Timeframe.Code()}";

    /// <summary>Fetches and draws bars that are newer than those drawn.</summary>
    public ValueTask ExtendAsync() => _chart?.ExtendAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_table && Subject != _shown)
        {
            await ReadTableAsync();
        }
    }

    private async Task ToggleScaleAsync()
    {
        _logarithmic = !_logarithmic;
        if (_chart is not null)
        {
            await _chart.SetLogarithmicAsync(_logarithmic);
        }
    }

    private async Task ToggleTableAsync()
    {
        _table = !_table;
        if (_table)
        {
            await ReadTableAsync();
        }
    }

    private async Task ReadTableAsync()
    {
        _shown = Subject;
        var series = await bars.ReadAsync(new BarQuery(Subject.Instrument.Symbol, Subject.Timeframe) { Last = TableRows }, CancellationToken.None);
        var rows = new List<Bar>(series.Count);
        for (var i = series.Count - 1; i >= 0; i--)
        {
            rows.Add(series[i]);
        }

        _bars = rows;
    }

    private Task ResetAsync() => _chart?.ResetAsync().AsTask() ?? Task.CompletedTask;

    private Task DownloadAsync(string format) => _chart?.DownloadAsync(format).AsTask() ?? Task.CompletedTask;

    private Task ToggleFullScreenAsync() => _chart?.ToggleFullScreenAsync().AsTask() ?? Task.CompletedTask;
}
