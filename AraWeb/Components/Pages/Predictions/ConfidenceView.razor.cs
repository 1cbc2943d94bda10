using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Confidence;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>The six factors of the confidence in the farthest horizon, and how far ahead the method is recommended.</summary>
public sealed partial class ConfidenceView
{
    /// <summary>The forecast.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionResult Forecast { get; set; }

    private HorizonForecast Farthest => Forecast.Horizons[^1];

    private ConfidenceScore Score => Farthest.Confidence;
}
