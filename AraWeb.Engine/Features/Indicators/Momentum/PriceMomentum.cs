using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Momentum.</summary>
internal sealed class PriceMomentum : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "mom",
        "Momentum",
        IndicatorFamily.Momentum,
        "Change of the close over some bars.",
        "StockCharts, ChartSchool; MOM of TA-Lib.",
        [Period],
        [new("momentum", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Change(values.Whole(Period))];
}
