namespace AraWeb.Engine.Registry;

/// <summary>One figure of how good a version is; never without what it is beside.</summary>
/// <param name="Name">What is measured, snake_case, for example <c>directional_accuracy</c>.</param>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Value">The figure.</param>
/// <param name="Lower">Lower end of its interval.</param>
/// <param name="Upper">Upper end of its interval.</param>
/// <param name="Level">Probability of the interval, between 0 and 1.</param>
/// <param name="Count">Forecasts that were scored.</param>
/// <param name="Days">Distinct days among them.</param>
/// <param name="Baseline">The rival it is beside.</param>
/// <param name="BaselineValue">The rival's figure on the same rows.</param>
public sealed record ModelMetric(
    string Name, int Horizon, double Value, double Lower, double Upper, double Level, int Count, int Days, string Baseline, double BaselineValue);
