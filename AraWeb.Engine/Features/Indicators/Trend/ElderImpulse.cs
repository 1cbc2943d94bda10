using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Impulse system.</summary>
internal sealed class ElderImpulse : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 13, minimum: 1);
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 12);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 26);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 9, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "elder-impulse",
        "Elder impulse",
        IndicatorFamily.Trend,
        "1 while average and MACD histogram both rise, -1 while both fall, else 0.",
        "Elder, Come into My Trading Room (2002): the 13-bar exponential average and the histogram of MACD 12, 26, 9.",
        [Period, Fast, Slow, Signal],
        [new("impulse", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = bars.Close.Ema(values.Whole(Fast)) - bars.Close.Ema(values.Whole(Slow));
        var histogram = line - line.Ema(values.Whole(Signal));
        return [bars.Close.Ema(values.Whole(Period)).Change(1).Zip(histogram.Change(1), Impulse)];
    }

    private static double Impulse(double trend, double momentum) => trend > 0 && momentum > 0 ? 1 : trend < 0 && momentum < 0 ? -1 : 0;
}
