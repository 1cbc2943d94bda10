using AraWeb.Engine.Core;

namespace AraWeb.Engine.Regime;

/// <summary>What one detector says of the newest bar.</summary>
/// <param name="Id">Name and version.</param>
/// <param name="Regime">The state it finds likeliest.</param>
/// <param name="Probabilities">[4] filtered probability of each state in the order of <see cref="RegimeType"/>; 0 for one that the data do not
/// carry.</param>
/// <param name="Status">How its fit ended.</param>
public sealed record DetectorView(string Id, RegimeType Regime, IReadOnlyList<double> Probabilities, FitStatus Status);
