using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>The call in words, the odds of a rise at the near and the far end, and what is uncertain.</summary>
public sealed partial class CallView
{
    /// <summary>The forecast.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionResult Forecast { get; set; }

    private string? VerdictName => Forecast.Verdict.Kind switch
    {
        VerdictKind.NoCall => "No call",
        VerdictKind.NoEdge => "No edge",
        _ => null,
    };

    private IEnumerable<HorizonForecast> Shown
    {
        get
        {
            var last = Forecast.Horizons.Count - 1;
            return new[] { 0, 4, last }.Where(index => index >= 0 && index <= last).Distinct().Order().Select(index => Forecast.Horizons[index]);
        }
    }
}
