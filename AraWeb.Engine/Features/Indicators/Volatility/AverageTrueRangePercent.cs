using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Normalised average true range.</summary>
internal sealed class AverageTrueRangePercent : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "natr",
        "Normalised average true range",
        IndicatorFamily.Volatility,
        "Average true range in percent of the close.",
        "Forman (2006): 100 ATR / close, with the ATR of Wilder (1978) as in TA-Lib.",
        [Period],
        [new("natr", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [100 * (bars.TrueRange.Wilder(values.Whole(Period)) / bars.Close)];
}
