using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Variable moving average.</summary>
internal sealed class Vma : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 9, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vma",
        "Variable moving average",
        IndicatorFamily.Trend,
        "Exponential average whose factor grows with the one-sidedness of the latest moves.",
        "Chande, The New Technical Trader (1994): factor 2 / (period + 1) times the absolute momentum oscillator of plain sums; begins with " +
        "the close before the first value. Lean takes a smoothed oscillator instead. 0 where nothing moved.",
        [Period],
        [new("vma", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var change = bars.Close.Change(1);
        var index = change.Total(length).Abs().Over(change.Abs().Total(length), whenZero: 0).AtMost(1);
        return [bars.Close.Adapt(index * (2.0 / (length + 1)))];
    }
}
