namespace AraWeb.Engine.Explanation;

/// <summary>What one feature adds to a forecast.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Value">Its value; NaN where it is unknown.</param>
/// <param name="Contribution">What it adds to the expected return, in forecast standard deviations.</param>
public sealed record Factor(string Feature, double Value, double Contribution);
