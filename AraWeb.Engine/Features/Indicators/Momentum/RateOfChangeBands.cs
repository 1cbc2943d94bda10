using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Rate of change with bands.</summary>
internal sealed class RateOfChangeBands : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter Average = IndicatorParameter.Whole("average", 5, minimum: 1);
    private static readonly IndicatorParameter Deviation = IndicatorParameter.Whole("deviation", 5, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "roc-bands",
        "Rate of change with bands",
        IndicatorFamily.Momentum,
        "Change of the close in percent, its average, and bands at its root mean square.",
        "Stock.Indicators (RocWb). The bands lie around zero.",
        [Period, Average, Deviation],
        [
            new("roc", OutputUnit.Scaleless, Minimum: -100),
            new("average", OutputUnit.Scaleless, Minimum: -100),
            new("upper", OutputUnit.Scaleless, Minimum: 0),
            new("lower", OutputUnit.Scaleless, Maximum: 0),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var roc = RateOfChange.Of(bars.Close, values.Whole(Period));
        var upper = roc.Square().Sma(values.Whole(Deviation)).Sqrt();
        return [roc, roc.Ema(values.Whole(Average)), upper, -upper];
    }
}
