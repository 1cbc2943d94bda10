using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;

namespace AraWeb.Api.Contracts;

/// <summary>What one detector says of the newest bar.</summary>
/// <param name="Id">Name and version.</param>
/// <param name="Regime">The state it finds.</param>
/// <param name="Probabilities">Filtered probability of each state.</param>
/// <param name="Status">How its fit ended.</param>
internal sealed record RegimeDetectorContract(string Id, RegimeType Regime, RegimeSharesContract Probabilities, FitStatus Status)
{
    /// <summary>The contract of a detector's view.</summary>
    public static RegimeDetectorContract From(DetectorView view) =>
        new(view.Id, view.Regime, RegimeSharesContract.From(view.Probabilities, 0), view.Status);
}
