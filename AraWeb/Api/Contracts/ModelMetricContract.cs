using AraWeb.Engine.Registry;

namespace AraWeb.Api.Contracts;

/// <summary>One figure of how good a version of a model is, with its interval and the rival beside it.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Value">The figure.</param>
/// <param name="Lower">Lower end of its interval.</param>
/// <param name="Upper">Upper end of its interval.</param>
/// <param name="Level">Probability of the interval.</param>
/// <param name="N">Forecasts that were scored.</param>
/// <param name="Days">Distinct days among them.</param>
/// <param name="Baseline">The rival.</param>
/// <param name="BaselineValue">The rival's figure on the same rows.</param>
internal sealed record ModelMetricContract(
    string Name, int Horizon, double Value, double Lower, double Upper, double Level, int N, int Days, string Baseline, double BaselineValue)
{
    /// <summary>The contract of a figure.</summary>
    public static ModelMetricContract From(ModelMetric metric) => new(
        metric.Name,
        metric.Horizon,
        metric.Value,
        metric.Lower,
        metric.Upper,
        metric.Level,
        metric.Count,
        metric.Days,
        metric.Baseline,
        metric.BaselineValue);
}
