using AraWeb.Engine.Prediction;
using AraWeb.Formatting;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>The forecast as a table, a row for each bar ahead. Prices, since that is what a reader compares; the median also as a return.</summary>
public sealed partial class HorizonTable
{
    private static readonly double[] Bands = [0.5, 0.8, 0.95];

    /// <summary>The forecast.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionResult Forecast { get; set; }

    /// <summary>Digits of prices after the point.</summary>
    [Parameter]
    [EditorRequired]
    public required int Decimals { get; set; }

    private string Unit => Forecast.Instrument.Currency.Length > 0 ? $", {Forecast.Instrument.Currency}" : string.Empty;

    private string Price(double logReturn) => new PriceFormat(Decimals).Text(HorizonForecast.Price(Forecast.LastClose, logReturn));
}
