using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Relative volume.</summary>
internal sealed class RelativeVolume : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "rvol",
        "Relative volume",
        IndicatorFamily.Volume,
        "Volume over the average volume of the bars before it.",
        "Common practice. 1 where nothing was traded before.",
        [Period],
        [new("rvol", OutputUnit.Scaleless, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.Volume.Over(bars.Volume.Sma(values.Whole(Period)).Shift(1), whenZero: 1)];
}
