using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Z-score.</summary>
internal sealed class ZScore : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "z-score",
        "Z-score",
        IndicatorFamily.Statistical,
        "Distance of the close from its mean, in standard deviations.",
        "Deviation of the population. 0 where nothing moved.",
        [Period],
        [new("z-score", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [Of(bars.Close, values.Whole(Period))];

    /// <summary>The score of any column.</summary>
    internal static Column Of(Column source, int period) => (source - source.Sma(period)).Over(source.PopulationDeviation(period), whenZero: 0);
}
