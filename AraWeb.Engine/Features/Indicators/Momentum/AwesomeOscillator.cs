using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Awesome oscillator.</summary>
internal sealed class AwesomeOscillator : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 5, minimum: 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 34);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "awesome",
        "Awesome oscillator",
        IndicatorFamily.Momentum,
        "Distance between a fast and a slow simple average of the middle price, also in percent of that price.",
        "Williams, New Trading Dimensions (1998); the percent line as in Stock.Indicators.",
        [Fast, Slow],
        [new("oscillator", OutputUnit.Price), new("normalized", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = Of(bars, values.Whole(Fast), values.Whole(Slow));
        return [line, 100 * (line / bars.Median)];
    }

    /// <summary>Fast less slow average of the middle price.</summary>
    internal static Column Of(BarInputs bars, int fast, int slow) => bars.Median.Sma(fast) - bars.Median.Sma(slow);
}
