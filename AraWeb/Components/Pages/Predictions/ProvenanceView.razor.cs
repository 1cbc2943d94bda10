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

    private string StandingNote => Forecast.Frozen
        ? "It can no longer be changed; when its bars close, it is scored."
        : "Its first bar had closed when it was made, so it proves nothing: it shows what the method says of the past.";

    private string ShortHash => Provenance.InputsHash[..Math.Min(ShortLength, Provenance.InputsHash.Length)];
}
