using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Gator oscillator.</summary>
internal sealed class Gator : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "gator",
        "Gator oscillator",
        IndicatorFamily.Trend,
        "How far the lines of the alligator stand apart.",
        "Williams, New Trading Dimensions (1998), with the usual 13/8, 8/5 and 5/3 of the alligator; the lower half is negative.",
        [],
        [new("upper", OutputUnit.Price, Minimum: 0), new("lower", OutputUnit.Price, Maximum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var teeth = Alligator.LineOf(bars, 8, 5);
        return [(Alligator.LineOf(bars, 13, 8) - teeth).Abs(), -(teeth - Alligator.LineOf(bars, 5, 3)).Abs()];
    }
}
