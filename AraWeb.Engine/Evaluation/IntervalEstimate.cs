namespace AraWeb.Engine.Evaluation;

/// <summary>A figure and the interval that chance leaves it.</summary>
/// <param name="Estimate">The figure; NaN where there is nothing to tell by.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public readonly record struct IntervalEstimate(double Estimate, double Lower, double Upper);
