using AraWeb.Components.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AraWeb.Components.Charts;

/// <summary>
/// Candles with the forecast's fan. Decides between a new chart (another source) and a change of the one that is there (fan, range), and leaves fetching and
/// drawing to <c>wwwroot/js/chart.js</c>. Renders once; the module owns what is inside.
/// </summary>
public sealed partial class PriceFanChart(IJSRuntime js) : IAsyncDisposable
{
    private const string Module = "./js/chart.js";

    /// <summary>The library that draws, as an asset of the program.</summary>
    internal const string Library = "lib/plotly-finance.min.js";

    /// <summary>The module and those it imports, for pages that fetch them ahead.</summary>
    internal static IReadOnlyList<string> Modules { get; } =
        [Module, .. new[] { "clock", "bars", "traces", "readout", "files" }.Select(name => $"./js/chart/{name}.js")];

    private readonly string _summaryId = ElementId.Next("chart");
    private ElementReference _host;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private ChartSource? _drawnSource;
    private PriceFanFigure? _drawnFigure;
    private string? _drawnRange;

    /// <summary>Which bars.</summary>
    [Parameter]
    [EditorRequired]
    public required ChartSource Source { get; set; }

    /// <summary>The forecast; null while it is being made.</summary>
    [Parameter]
    public PriceFanFigure? Figure { get; set; }

    /// <summary>Code of the range in view.</summary>
    [Parameter]
    [EditorRequired]
    public required string Range { get; set; }

    /// <summary>Bars ahead that the forecast will cover: its room is kept free while it is being made.</summary>
    [Parameter]
    [EditorRequired]
    public required int Reach { get; set; }

    /// <summary>The chart's name.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>What the chart shows, in words.</summary>
    [Parameter]
    [EditorRequired]
    public required string Summary { get; set; }

    /// <summary>Fetches bars that are newer than those drawn.</summary>
    public ValueTask ExtendAsync() => CallAsync("extend");

    /// <summary>Shows the range again as it was.</summary>
    public ValueTask ResetAsync() => CallAsync("reset");

    /// <summary>Logarithmic or linear price scale.</summary>
    public ValueTask SetLogarithmicAsync(bool value) => CallAsync("setLogarithmic", value);

    /// <summary>Hands the browser a file: <c>csv</c> or <c>png</c>.</summary>
    public ValueTask DownloadAsync(string format) => CallAsync("download", format);

    /// <summary>Fills the screen, or leaves it.</summary>
    public ValueTask ToggleFullScreenAsync() => CallAsync("toggleFullScreen");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_chart is not null)
            {
                await _chart.InvokeVoidAsync("dispose");
                await _chart.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its chart with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_chart is null && !firstRender)
        {
            return;
        }

        try
        {
            await DrawAsync();
        }
        catch (JSDisconnectedException)
        {
            // As above.
        }
    }

    private async Task DrawAsync()
    {
        _module ??= await js.InvokeAsync<IJSObjectReference>("import", Module);
        _chart ??= await _module.InvokeAsync<IJSObjectReference>("create", _host, Assets[Library]);

        var figure = Figure;
        if (Source != _drawnSource)
        {
            (_drawnSource, _drawnFigure, _drawnRange) = (Source, figure, Range);
            await _chart.InvokeVoidAsync("show", Source, figure, Range, Reach);
            return;
        }

        if (!ReferenceEquals(figure, _drawnFigure))
        {
            _drawnFigure = figure;
            await _chart.InvokeVoidAsync("setFan", figure, Reach);
        }

        if (!string.Equals(Range, _drawnRange, StringComparison.Ordinal))
        {
            _drawnRange = Range;
            await _chart.InvokeVoidAsync("setRange", Range);
        }
    }

    private async ValueTask CallAsync(string method, params object?[] arguments)
    {
        if (_chart is null)
        {
            return;
        }

        try
        {
            await _chart.InvokeVoidAsync(method, arguments);
        }
        catch (JSDisconnectedException)
        {
            // As above.
        }
    }
}
