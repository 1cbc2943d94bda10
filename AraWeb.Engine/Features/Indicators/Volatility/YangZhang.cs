using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Yang-Zhang volatility.</summary>
internal sealed class YangZhang : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "yang-zhang",
        "Yang-Zhang volatility",
        IndicatorFamily.Volatility,
        "Volatility per year from all four prices and the gaps between the bars, whatever the drift is.",
        "Yang and Zhang (2000) with their constant 0.34, annualised: overnight variance + k open-to-close variance + (1 - k) " +
        "Rogers-Satchell, samples less one.",
        [Period, PeriodsPerYear],
        [new("volatility", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var overnight = bars.Open.Log() - bars.Close.Log().Shift(1);
        var body = bars.Close.Log() - bars.Open.Log();
        var k = 0.34 / (1.34 + ((period + 1.0) / (period - 1)));
        var variance = overnight.SampleVariance(period) + (body.SampleVariance(period) * k) + (RogersSatchell.Variance(bars, period) * (1 - k));
        return [variance.Annualised(values.Real(PeriodsPerYear))];
    }
}
