using AraWeb.Engine.Calibration;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction.Walk;

/// <summary>What a walk does.</summary>
/// <param name="Anchors">Horizons at which shapes are learned; the last is the farthest bar ahead.</param>
/// <param name="Groups">Regimes whose bands adapt apart from each other, the unknown one included.</param>
/// <param name="Refit">Bars between two fits of the members.</param>
/// <param name="Seed">Seed of the members.</param>
/// <param name="Conformal">How quantiles adapt.</param>
public sealed record WalkSettings(HorizonAnchors Anchors, int Groups, int Refit, int Seed, ConformalSettings Conformal);
