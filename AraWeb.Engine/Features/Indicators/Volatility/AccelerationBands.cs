using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Acceleration bands.</summary>
internal sealed class AccelerationBands : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter Width = IndicatorParameter.Real("width", 4, 0.1, 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "acceleration-bands",
        "Acceleration bands",
        IndicatorFamily.Volatility,
        "Average of the close with bands that widen with the range of the bars.",
        "Headley, Big Trends in Trading (2002): averages of high (1 + 4 (high - low) / (high + low)) and low (1 - the same), the width " +
        "as in Lean.",
        [Period, Width],
        [
            new("middle", OutputUnit.PriceLevel),
            new("upper", OutputUnit.PriceLevel),
            new("lower", OutputUnit.PriceLevel),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var share = (bars.High - bars.Low) / (bars.High + bars.Low) * values.Real(Width);
        return [bars.Close.Sma(period), (bars.High * (share + 1)).Sma(period), (bars.Low * (1 - share)).Sma(period)];
    }
}
