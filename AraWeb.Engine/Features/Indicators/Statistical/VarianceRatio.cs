using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Variance ratio.</summary>
internal sealed class VarianceRatio : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100, minimum: 40);
    private static readonly IndicatorParameter Lag = IndicatorParameter.Whole("lag", 4, maximum: 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "variance-ratio",
        "Variance ratio",
        IndicatorFamily.Statistical,
        "Variance of longer returns against that of single bars: above 1 for trends, below for reversals; with its z statistic.",
        "Lo and MacKinlay (1988): overlapping log returns, unbiased variances, z robust to changing volatility. 1 and 0 where nothing moved.",
        [Period, Lag],
        [new("ratio", OutputUnit.Scaleless, 0), new("z", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var price = bars.Close.Log();
        return price.Windows(price, values.Whole(Period) + 1, new VarianceRatioWindows(values.Whole(Lag)));
    }
}
