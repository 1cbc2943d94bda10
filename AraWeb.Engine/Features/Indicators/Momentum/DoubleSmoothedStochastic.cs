using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Double smoothed stochastic.</summary>
internal sealed class DoubleSmoothedStochastic : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 13);
    private static readonly IndicatorParameter Average = IndicatorParameter.Whole("average", 8, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "dss",
        "Double smoothed stochastic",
        IndicatorFamily.Momentum,
        "Stochastic of a smoothed stochastic, smoothed again.",
        "Bressert, The Power of Oscillator/Cycle Combinations (1991). 50 where a window has no range.",
        [Period, Average],
        [new("dss", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (period, average) = (values.Whole(Period), values.Whole(Average));
        var once = Stochastic.Place(bars.Close, bars.High, bars.Low, period).Ema(average);
        return [Stochastic.Place(once, once, once, period).Ema(average)];
    }
}
