using AraWeb.Components.Charts;
using AraWeb.Engine.Core;
using AraWeb.Formatting;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>What the page is about, once the address is resolved: known before any forecast is.</summary>
/// <param name="Instrument">Whose prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Quote">The newest price.</param>
public sealed record PredictionsSubject(Instrument Instrument, Timeframe Timeframe, Quote Quote)
{
    /// <summary>Precision of all prices on the page.</summary>
    internal PriceFormat Prices { get; init; }

    /// <summary>True when both speak of the same bars.</summary>
    internal bool IsSameSeries(PredictionsSubject? other) => other is not null && other.Instrument.Symbol == Instrument.Symbol && other.Timeframe == Timeframe;

    /// <summary>The bars of the chart.</summary>
    internal ChartSource Source => new(
        Instrument.Symbol.Text,
        Timeframe.Code(),
        (long)Timeframe.Length().TotalMilliseconds,
        Prices.Decimals,
        TimeText.ZoneId(Instrument.AssetClass),
        Timeframe.IsIntraday() ? TimeText.ZoneLabel(Instrument.AssetClass) : string.Empty,
        Instrument.IsSimulated);
}
