using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Chaikin money flow.</summary>
internal sealed class ChaikinMoneyFlow : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "cmf",
        "Chaikin money flow",
        IndicatorFamily.Volume,
        "Money flow volume of a window over its volume.",
        "Chaikin; StockCharts, ChartSchool. 0 where nothing was traded.",
        [Period],
        [new("cmf", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [Of(bars, values.Whole(Period))];

    /// <summary>Money flow volume over volume.</summary>
    internal static Column Of(BarInputs bars, int period) =>
        AccumulationDistribution.FlowVolume(bars).Total(period).Over(bars.Volume.Total(period), whenZero: 0);
}
