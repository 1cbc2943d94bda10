using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Volume profile.</summary>
internal sealed class VolumeProfile : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 2, maximum: 200);
    private static readonly IndicatorParameter Bins = IndicatorParameter.Whole("bins", 24, minimum: 4, maximum: 100);
    private static readonly IndicatorParameter Share = IndicatorParameter.Real("share", 0.7, 0.3, 0.95);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "volume-profile",
        "Volume profile",
        IndicatorFamily.Volume,
        "The price at which most was traded in a window, and the area around it with most of the volume.",
        "Steidlmayer, Markets and Market Logic (1986). Typical prices in equal bins over their range; the area grows to the side with more volume, " +
        "upward if equal. Point of control is the middle of its bin, the area ends at edges. Bars count alike where nothing was traded. Lean counts " +
        "closes in steps of 0.05.",
        [Period, Bins, Share],
        [new("control", OutputUnit.PriceLevel, Minimum: 0), new("high", OutputUnit.PriceLevel, Minimum: 0), new("low", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        Column.Recur([bars.Typical, bars.Volume], new PriceProfile(values.Whole(Period), values.Whole(Bins), values.Real(Share)));
}
