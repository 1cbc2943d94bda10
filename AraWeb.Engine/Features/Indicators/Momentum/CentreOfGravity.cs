using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Centre of gravity oscillator.</summary>
internal sealed class CentreOfGravity : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "cog",
        "Centre of gravity",
        IndicatorFamily.Momentum,
        "Where the weight of the prices of a window lies: above zero when the newer prices are the higher.",
        "Ehlers, Stocks & Commodities (May 2002), of the middle price, with (n + 1) / 2 added so that it swings around zero; trigger is the value before.",
        [Period],
        [new("cog", OutputUnit.Scaleless), new("trigger", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var ages = Weights.Of("age from the middle", period, static n => [.. Enumerable.Range(0, n).Select(i => i - ((n - 1) / 2.0))]);
        var line = bars.Median.Weigh(ages) / bars.Median.Total(period);
        return [line, line.Shift(1)];
    }
}
