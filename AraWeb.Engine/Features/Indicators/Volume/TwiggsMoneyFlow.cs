using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Twiggs money flow.</summary>
internal sealed class TwiggsMoneyFlow : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 21, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "twiggs",
        "Twiggs money flow",
        IndicatorFamily.Volume,
        "Volume weighted by the place of the close in the true range, smoothed, over smoothed volume.",
        "Twiggs, Incredible Charts: Wilder's averages, and ranges that reach the close before. 0 where nothing was traded.",
        [Period],
        [new("twiggs", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var before = bars.Close.Shift(1);
        var (top, bottom) = (bars.High.Max(before), bars.Low.Min(before));
        var flow = ((bars.Close - bottom) - (top - bars.Close)).Over(top - bottom, whenZero: 0) * bars.Volume;
        return [flow.Wilder(values.Whole(Period)).Over(bars.Volume.WhereKnown(before).Wilder(values.Whole(Period)), whenZero: 0)];
    }
}
