using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Rate of change ratio.</summary>
internal sealed class RateOfChangeRatio : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "rocr",
        "Rate of change ratio",
        IndicatorFamily.Momentum,
        "The close over the close some bars before.",
        "Achelis, Technical Analysis from A to Z (2001), page 197; ROCR of TA-Lib.",
        [Period],
        [new("rocr", OutputUnit.Scaleless, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close / bars.Close.Shift(values.Whole(Period))];
}
