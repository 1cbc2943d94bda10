using AraWeb.Components.Charts;
using AraWeb.Components.Controls;
using AraWeb.Components.Pages.Predictions;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Formatting;

namespace AraWeb.Components.Pages.Overview;

/// <summary>What a card of the overview shows of one instrument.</summary>
/// <param name="Instrument">Whose.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Quote">The newest price; null where there is none.</param>
/// <param name="Forecast">The forecast of the next bars.</param>
/// <param name="Spark">The drawing; null where there is too little to draw.</param>
public sealed record CallCard(Instrument Instrument, Timeframe Timeframe, Quote? Quote, AsyncState<PredictionResult> Forecast, SparkFan? Spark)
{
    /// <summary>Precision of the card's prices.</summary>
    internal PriceFormat Prices => PriceFormat.For(Instrument.AssetClass, Quote?.Price ?? double.NaN);

    /// <summary>Where more is to be seen.</summary>
    internal string Url => AppUrls.PredictionsOf(Instrument.Symbol, Timeframe, days: null, range: null);
}
