using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Average true range trailing stop.</summary>
internal sealed class AtrStop : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 21, minimum: 1);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 3, 0.1, 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "atr-stop",
        "ATR trailing stop",
        IndicatorFamily.Trend,
        "A stop some average ranges from the close that only tightens until the close crosses it.",
        "Welles Wilder's volatility system as in Stock.Indicators: distances are taken from the close.",
        [Period, Multiplier],
        [new("stop", OutputUnit.PriceLevel), new("direction", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var distance = bars.TrueRange.Wilder(values.Whole(Period)) * values.Real(Multiplier);
        return Column.Recur([bars.Close, distance, bars.Close], default(TrailingBands));
    }
}
