using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>Why the expected return is what it is: the largest factors with sign and size, the sentence, and what each model says.</summary>
public sealed partial class ReasonsView
{
    private ForecastExplanation? _explanation;

    /// <summary>The forecast.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionResult Forecast { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => _explanation = Forecast.Explain();
}
