using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Up/down volume.</summary>
internal sealed class UpDownVolume : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "up-down-volume",
        "Up/down volume",
        IndicatorFamily.Volume,
        "Volume of the rising bars of a window over that of the falling ones, and its share in both.",
        "O'Neil, How to Make Money in Stocks (1988), over 50 bars. The ratio is unknown, the share 0.5, where there is nothing to compare.",
        [Period],
        [new("ratio", OutputUnit.Scaleless, Minimum: 0), new("share", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var signed = OnBalanceVolume.Signed(bars);
        var (up, down) = (signed.AtLeast(0).Total(values.Whole(Period)), (-signed).AtLeast(0).Total(values.Whole(Period)));
        return [up / down, up.Over(up + down, whenZero: 0.5)];
    }
}
