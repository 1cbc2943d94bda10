namespace AraWeb.Engine.Prediction.Means;

/// <summary>What one feature adds to an expected return.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Value">Its value; NaN where it is unknown.</param>
/// <param name="Contribution">What it adds, in log return.</param>
/// <param name="Importance">Its usual share of what moves the pooled mean in the present state of the market, 0 to 1; NaN where that was not measured.</param>
public sealed record ExplainedFactor(string Feature, double Value, double Contribution, double Importance);
