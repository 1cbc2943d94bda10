using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Elder ray.</summary>
internal sealed class ElderRay : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 13, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "elder-ray",
        "Elder ray",
        IndicatorFamily.Momentum,
        "Distances of the high (bulls) and the low (bears) from an exponential average of the close.",
        "Elder, Trading for a Living (1993).",
        [Period],
        [new("bull", OutputUnit.Price), new("bear", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var average = bars.Close.Ema(values.Whole(Period));
        return [bars.High - average, bars.Low - average];
    }
}
