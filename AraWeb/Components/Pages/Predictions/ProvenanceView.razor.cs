using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>Where a forecast came from: enough to make it again.</summary>
public sealed partial class ProvenanceView
{
    private const int ShortLength = 12;

    /// <summary>The forecast.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionResult Forecast { get; set; }

    private Provenance Provenance => Forecast.Provenance;

    private string ShortHash => Provenance.InputsHash[..Math.Min(ShortLength, Provenance.InputsHash.Length)];
}
