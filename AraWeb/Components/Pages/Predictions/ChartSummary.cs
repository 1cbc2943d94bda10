using AraWeb.Engine.Prediction;
using AraWeb.Formatting;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>What the chart shows, in words, for readers who cannot see it.</summary>
internal static class ChartSummary
{
    /// <summary>The chart's name.</summary>
    public static string Label(PredictionsSubject subject) =>
        $"{subject.Instrument.Symbol}, {TimeframeText.Adjective(subject.Timeframe)} candles with forecast";

    /// <summary>Newest price and where the forecast leads.</summary>
    public static string Text(PredictionsSubject subject, PredictionResult? forecast)
    {
        var kind = subject.Instrument.AssetClass;
        var price = $"Last close {subject.Prices.Text(subject.Quote.Price)} as of {TimeText.Stamp(subject.Quote.AsOf, kind)}.";
        var note = subject.Instrument.IsSimulated ? " Simulated prices." : string.Empty;
        if (forecast is null || forecast.Horizons.Count == 0)
        {
            return $"{price}{note} The forecast is not there yet.";
        }

        var far = forecast.Horizons[^1];
        var (lower, upper) = far.Returns.Interval(0.8);
        return $"{price}{note} {TimeframeText.Ahead(far.Bars, forecast.Timeframe)} ahead the median is {Price(far.Returns.Median)}; "
            + $"the 80 % band reaches from {Price(lower)} to {Price(upper)}.";

        string Price(double logReturn) => subject.Prices.Text(HorizonForecast.Price(forecast.LastClose, logReturn));
    }
}
