namespace AraWeb.Engine.Regime;

/// <summary>A feature at the newest bar.</summary>
/// <param name="Name">One of <see cref="RegimeFeatures.Names"/>.</param>
/// <param name="Value">In the feature's own unit, see <see cref="RegimeFeatures.Row"/>.</param>
/// <param name="Score">Standard deviations from its mean over the bars that the detectors learned from, cut at three.</param>
public sealed record RegimeFeature(string Name, double Value, double Score);
