using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Trend t-statistic.</summary>
internal sealed class TrendStatistic : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 4);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "trend-t",
        "Trend t-statistic",
        IndicatorFamily.Statistical,
        "Slope of the least-squares line through the closes over its standard error.",
        "Ordinary least squares of the close on time (scipy linregress). 0 where nothing moved; unknown for a perfect line.",
        [Period],
        [new("t", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var spread = period * (((double)period * period) - 1) / 12;
        var slope = bars.Close.Slope(period);
        var residual = (bars.Close.PopulationVariance(period) * (period / spread)) - slope.Square();
        return [slope.Zip(residual, static (slope, rest) => rest > 0 ? slope / Math.Sqrt(rest) : slope == 0 ? 0 : double.NaN) * Math.Sqrt(period - 2)];
    }
}
