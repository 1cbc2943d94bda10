using AraWeb.Engine.Prediction;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>How the bands did when the method was walked over the past: the next bar and the farthest horizon.</summary>
public sealed partial class HindcastView
{
    /// <summary>The forecast whose horizons carry the walk.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionResult Forecast { get; set; }

    private IEnumerable<HorizonForecast> Shown => Forecast.Horizons.Count > 1 ? [Forecast.Horizons[0], Forecast.Horizons[^1]] : Forecast.Horizons;
}
