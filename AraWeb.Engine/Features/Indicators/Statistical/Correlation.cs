using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Correlation with the benchmark.</summary>
internal sealed class Correlation : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "correlation",
        "Correlation with the benchmark",
        IndicatorFamily.Statistical,
        "How closely the close and the benchmark's close moved together.",
        "Pearson's correlation of the prices, as in Stock.Indicators; covariance of the population in squared currency. Unknown where " +
        "one of the two did not move.",
        [Period],
        [
            new("correlation", OutputUnit.Scaleless, -1, 1),
            new("r-squared", OutputUnit.Scaleless, 0, 1),
            new("covariance", OutputUnit.Other),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var correlation = bars.Close.Correlation(bars.Benchmark, values.Whole(Period));
        return [correlation, correlation.Square(), bars.Close.Covariance(bars.Benchmark, values.Whole(Period))];
    }
}
