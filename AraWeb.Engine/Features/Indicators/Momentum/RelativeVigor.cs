using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Relative vigor index.</summary>
internal sealed class RelativeVigor : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "rvgi",
        "Relative vigor index",
        IndicatorFamily.Momentum,
        "Close less open over high less low, both smoothed: closes near the top show vigor.",
        "Ehlers, Stocks & Commodities (Jan 2002): weights 1 2 2 1. 0 where there is no range.",
        [Period],
        [new("rvgi", OutputUnit.Scaleless, -1, 1), new("signal", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = Vigor(bars.Close - bars.Open, values).Over(Vigor(bars.High - bars.Low, values), whenZero: 0);
        return [line, line.Weigh(Symmetric)];
    }

    /// <summary>Ehlers' short filter: weights 1, 2, 2, 1 over their sum.</summary>
    internal static double[] Symmetric { get; } = [1 / 6.0, 2 / 6.0, 2 / 6.0, 1 / 6.0];

    private static Column Vigor(Column source, ParameterValues values) => source.Weigh(Symmetric).Total(values.Whole(Period));
}
