using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Pretty good oscillator.</summary>
internal sealed class PrettyGood : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "pgo",
        "Pretty good oscillator",
        IndicatorFamily.Momentum,
        "Distance of the close from its simple average, in units of the average true range.",
        "Mark Johnson, as in pandas-ta and TradingView: exponential average of the true range. 0 where there is no range.",
        [Period],
        [new("pgo", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [(bars.Close - bars.Close.Sma(values.Whole(Period))).Over(bars.TrueRange.Ema(values.Whole(Period)), whenZero: 0)];
}
