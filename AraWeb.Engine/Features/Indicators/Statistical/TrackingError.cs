using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Tracking error.</summary>
internal sealed class TrackingError : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 60);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "tracking-error",
        "Tracking error",
        IndicatorFamily.Statistical,
        "Standard deviation per year of the return beyond the benchmark's.",
        "Deviation of the sample of the differences of simple returns, annualised.",
        [Period, PeriodsPerYear],
        [new("error", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [(bars.Close.Return() - bars.Benchmark.Return()).SampleVariance(values.Whole(Period)).Annualised(values.Real(PeriodsPerYear))];
}
