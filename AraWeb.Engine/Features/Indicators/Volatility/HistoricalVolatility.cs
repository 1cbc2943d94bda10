using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Historical volatility.</summary>
internal sealed class HistoricalVolatility : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "historical-volatility",
        "Historical volatility",
        IndicatorFamily.Volatility,
        "Standard deviation of the log returns from close to close, per year.",
        "Hull, Options, Futures, and Other Derivatives (1988): deviation of the sample of log returns times the root of the periods " +
        "per year. Tulip takes simple returns and the population instead.",
        [Period, PeriodsPerYear],
        [new("volatility", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.LogReturn.SampleVariance(values.Whole(Period)).Annualised(values.Real(PeriodsPerYear))];
}
