using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Squeeze momentum.</summary>
internal sealed class SqueezeMomentum : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);
    private static readonly IndicatorParameter Bands = IndicatorParameter.Real("bands", 2, 0.1, 10);
    private static readonly IndicatorParameter Channel = IndicatorParameter.Real("channel", 1.5, 0.1, 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "squeeze-momentum",
        "Squeeze momentum",
        IndicatorFamily.Momentum,
        "Momentum of the close against the middle of its range, and whether the Bollinger bands lie inside the Keltner channel.",
        "Carter, Mastering the Trade (2005), in the version of LazyBear: simple averages throughout, end of the least-squares line.",
        [Period, Bands, Channel],
        [new("momentum", OutputUnit.Price), new("squeeze", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var average = bars.Close.Sma(period);
        var middle = (bars.High.Highest(period) + bars.Low.Lowest(period)) / 2;
        var room = (bars.TrueRange.Sma(period) * values.Real(Channel)) - (bars.Close.PopulationDeviation(period) * values.Real(Bands));
        return [(bars.Close - ((middle + average) / 2)).LineEnd(period), room.Map(static width => width > 0 ? 1 : 0)];
    }
}
