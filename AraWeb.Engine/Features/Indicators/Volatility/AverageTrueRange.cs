using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Average true range.</summary>
internal sealed class AverageTrueRange : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "atr",
        "Average true range",
        IndicatorFamily.Volatility,
        "Wilder's average of the true range.",
        "Wilder, New Concepts in Technical Trading Systems (1978). Begins with the mean of the first true ranges that have a close " +
        "before, as in Stock.Indicators and TA-Lib; StockCharts counts the first bar's high - low too.",
        [Period],
        [new("atr", OutputUnit.Price, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.TrueRange.Wilder(values.Whole(Period))];
}
