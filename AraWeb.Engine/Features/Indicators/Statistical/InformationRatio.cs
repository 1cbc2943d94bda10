using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Information ratio.</summary>
internal sealed class InformationRatio : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 60);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "information-ratio",
        "Information ratio",
        IndicatorFamily.Statistical,
        "Mean return beyond the benchmark's over its standard deviation, per year.",
        "Grinold and Kahn (1995), deviation of the sample, simple returns. 0 where the difference did not vary.",
        [Period, PeriodsPerYear],
        [new("ratio", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var active = bars.Close.Return() - bars.Benchmark.Return();
        return [active.Sma(values.Whole(Period)).Over(active.SampleDeviation(values.Whole(Period)), whenZero: 0) * Math.Sqrt(values.Real(PeriodsPerYear))];
    }
}
