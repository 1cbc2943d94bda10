using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Rate of change.</summary>
internal sealed class RateOfChange : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 12, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "roc",
        "Rate of change",
        IndicatorFamily.Momentum,
        "Change of the close over some bars, in percent.",
        "StockCharts, ChartSchool.",
        [Period],
        [new("roc", OutputUnit.Scaleless, Minimum: -100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [Of(bars.Close, values.Whole(Period))];

    /// <summary>Change of any column in percent of its earlier value.</summary>
    internal static Column Of(Column source, int period) => 100 * (source.Change(period) / source.Shift(period));
}
