using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Intraday intensity.</summary>
internal sealed class IntradayIntensity : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 21, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "intraday-intensity",
        "Intraday intensity",
        IndicatorFamily.Volume,
        "Volume weighted by the place of the close in the range of its bar, and its sum over a window in percent of the volume.",
        "Bostian (1967). The percent line is a hundred times Chaikin money flow, which came later. 0 where a bar has no range or nothing was traded.",
        [Period],
        [new("intensity", OutputUnit.Volume), new("percent", OutputUnit.Scaleless, -100, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [AccumulationDistribution.FlowVolume(bars), 100 * ChaikinMoneyFlow.Of(bars, values.Whole(Period))];
}
