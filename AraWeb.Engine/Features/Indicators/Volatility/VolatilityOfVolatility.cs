using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Volatility of volatility.</summary>
internal sealed class VolatilityOfVolatility : IIndicator
{
    private static readonly IndicatorParameter Volatility = IndicatorParameter.Whole("volatility", 20);
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 60);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "volatility-of-volatility",
        "Volatility of volatility",
        IndicatorFamily.Volatility,
        "How much the volatility itself varied, against its mean.",
        "Coefficient of variation, of the sample, of the deviation of log returns. 0 where nothing moved.",
        [Volatility, Period],
        [new("variation", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var volatility = bars.LogReturn.SampleDeviation(values.Whole(Volatility));
        return [volatility.SampleDeviation(values.Whole(Period)).Over(volatility.Sma(values.Whole(Period)), whenZero: 0)];
    }
}
