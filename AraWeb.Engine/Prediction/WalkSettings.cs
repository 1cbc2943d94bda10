using AraWeb.Engine.Calibration;

namespace AraWeb.Engine.Prediction;

/// <summary>What a walk does.</summary>
/// <param name="Horizons">Farthest bar ahead.</param>
/// <param name="Refit">Bars between two fits of the members.</param>
/// <param name="Seed">Seed of the members.</param>
/// <param name="Conformal">How quantiles adapt.</param>
public sealed record WalkSettings(int Horizons, int Refit, int Seed, ConformalSettings Conformal);
